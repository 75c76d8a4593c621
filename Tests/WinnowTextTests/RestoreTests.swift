import Testing
import WinnowText

/// Undoes the edits the slow and plain way.
private func restore(_ document: Document) -> [UInt8]? {
  let encoding = document.decoded.encoding
  var bytes = encoding.mark
  var done = 0
  for edit in document.edits {
    guard edit.at.lowerBound >= done,
      let kept = encoding.encode(document.text[done..<edit.at.lowerBound])
    else { return nil }
    bytes += kept
    switch document.original(of: edit) {
    case .bytes(let original): bytes += original
    case .text(let text):
      guard let original = encoding.encode(text) else { return nil }
      bytes += original
    }
    done = edit.at.upperBound
  }
  guard let rest = encoding.encode(document.text[done...]) else { return nil }
  return bytes + rest
}

/// What must hold for any document whatsoever.
private func check(_ bytes: [UInt8], _ comment: Comment) {
  let document = Document(bytes)
  #expect(restore(document) == bytes, comment)
  let text = document.text
  #expect(CanonicalComposition.compose(text) == text, "not NFC: \(comment)")
  #expect(text.isEmpty || text.last == 0x0A, comment)
  #expect(!document.lines.contains { $0.isEmpty }, "a blank line: \(comment)")
  let again = Document(text)
  #expect(again.text == text, "normalising twice changes something: \(comment)")
  #expect(again.edits.allSatisfy { $0.rule == TextRule.broken || text.isEmpty }, comment)
}

@Suite struct RestoreTests {
  @Test("Undoing the edits gives the original bytes, of random bytes", arguments: 0..<8)
  func randomBytes(seed: Int) {
    var generator = SeededGenerator(UInt64(seed))
    for round in 0..<60 {
      let count = Int.random(in: 0...200, using: &generator)
      check(
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) },
        "\(seed)/\(round)"
      )
    }
  }

  @Test("Undoing the edits gives the original bytes, of text with broken bytes", arguments: 0..<8)
  func brokenText(seed: Int) {
    var generator = SeededGenerator(UInt64(seed))
    for round in 0..<40 {
      var bytes = Array(Samples.all.joined().utf8)
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      check(bytes, "\(seed)/\(round)")
    }
  }

  @Test("Undoing the edits gives the original bytes, of random Unicode", arguments: 0..<8)
  func randomUnicode(seed: Int) {
    var generator = SeededGenerator(UInt64(seed))
    for round in 0..<100 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...60, using: &generator) {
        if Int.random(in: 0..<8, using: &generator) == 0,
          let any = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator))
        {
          scalars.append(any)
        } else if let awkward = Samples.awkward.randomElement(using: &generator) {
          scalars.append(awkward)
        }
      }
      check(Array(String(scalars).utf8), "\(seed)/\(round)")
    }
  }

  @Test(
    "Undoing the edits gives the original bytes, in every encoding",
    arguments: Encoding.allCases
  )
  func everyEncoding(encoding: Encoding) throws {
    for sample in Samples.all {
      guard let bytes = encoding.encode(Array(sample.utf8)) else { continue }
      check(encoding.mark + bytes, "\(encoding.rawValue): \(sample)")
      check(encoding.mark + bytes + [0x98], "\(encoding.rawValue) and a stray byte: \(sample)")
      check(encoding.mark + encoding.mark + bytes, "\(encoding.rawValue), marked twice: \(sample)")
    }
  }
}
