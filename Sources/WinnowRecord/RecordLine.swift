import WinnowNames
import WinnowText

extension Record {
  /// The record as one line of JSON, keys in the order of the contract, without a newline.
  ///
  /// Written by hand: the order of the keys is part of the contract, and encoders shuffle them.
  package func line() -> [UInt8] {
    // A guess that is a little too large: a buffer that grows is twice as large, and there twice.
    let size =
      document.text.count * 5 / 4 + document.edits.count * 96
      + names.reduce(512) {
        $0 + $1.writtenSize
      }
    var out = JSONWriter(capacity: size)
    out.raw(#"{"v":1,"id":""#)
    out.raw(id.description)
    out.raw(#"","path":"#)
    out.string(path)
    out.raw(#","received":"#)
    out.string(received)
    out.raw(#","bytes":"#)
    out.number(bytes)
    out.raw(#","encoding":"#)
    out.string(document.decoded.encoding.rawValue)
    out.raw(#","language":"#)
    out.string(language)
    out.raw(#","title":"#)
    out.string(title)
    out.raw(#","text":"#)
    out.string(utf8: document.text[...])
    out.raw(#","edits":["#)
    addEdits(to: &out)
    out.raw(#"],"names":["#)
    addNames(to: &out)
    out.raw(#"],"rules":"#)
    out.string(rules)
    if let meta {
      out.raw(#","meta":"#)
      out.bytes += meta
    }
    Seal.close(&out.bytes)
    return out.bytes
  }

  private func addNames(to out: inout JSONWriter) {
    var places = ScalarPlaces(document.text)
    for (number, mention) in names.enumerated() {
      if number > 0 { out.raw(",") }
      out.raw(#"{"at":["#)
      out.number(places.scalars(before: mention.at.lowerBound))
      out.raw(",")
      out.number(places.scalars(before: mention.at.upperBound))
      out.raw(#"],"surface":"#)
      out.string(mention.surface)
      out.raw(#","name":"#)
      out.string(mention.name)
      out.raw(#","entity":"#)
      out.string(mention.entity)
      out.raw(#","kind":""#)
      out.raw(mention.kind.rawValue)
      out.raw(#"","action":""#)
      out.raw(mention.action.rawValue)
      out.raw(#"","confidence":"#)
      out.raw(Hundredths.text(mention.confidence))
      out.raw(#","why":"#)
      out.string(mention.why)
      if !mention.candidates.isEmpty {
        out.raw(#","candidates":["#)
        for (number, candidate) in mention.candidates.enumerated() {
          if number > 0 { out.raw(",") }
          out.raw(#"{"entity":"#)
          out.string(candidate.entity)
          out.raw(#","name":"#)
          out.string(candidate.name)
          out.raw("}")
        }
        out.raw("]")
      }
      out.raw("}")
    }
  }

  private func addEdits(to out: inout JSONWriter) {
    var places = ScalarPlaces(document.text)
    for (number, edit) in document.edits.enumerated() {
      if number > 0 { out.raw(",") }
      out.raw(#"{"at":["#)
      out.number(places.scalars(before: edit.at.lowerBound))
      out.raw(",")
      out.number(places.scalars(before: edit.at.upperBound))
      switch document.original(of: edit) {
      case .text(let text):
        out.raw(#"],"was":"#)
        out.string(utf8: text)
      case .bytes(let bytes):
        out.raw(#"],"bytes":""#)
        out.bytes += Base64.encode(bytes)
        out.raw("\"")
      }
      out.raw(#","rule":"#)
      out.string(edit.rule)
      out.raw("}")
    }
  }
}

extension Mention {
  /// About how many bytes it has in a record, without candidates, which few have.
  fileprivate var writtenSize: Int {
    160 + surface.utf8.count + (name?.utf8.count ?? 0) + (entity?.utf8.count ?? 0) + why.utf8.count
  }
}

/// Turns places counted in bytes into places counted in scalars, going forward only.
private struct ScalarPlaces {
  private let text: [UInt8]
  private var at = 0
  private var scalars = 0

  init(_ text: [UInt8]) { self.text = text }

  mutating func scalars(before place: Int) -> Int {
    text.withUnsafeBytes { text in
      while at + 8 <= place {
        let eight = text.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        // A byte that goes on with a scalar has the two highest bits 10.
        scalars += 8 - (eight & ~(eight << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
        at += 8
      }
    }
    while at < place {
      if text[at] & 0xC0 != 0x80 { scalars += 1 }
      at += 1
    }
    return scalars
  }
}
