/// Turns a decoded file into a document: normal form NFC, one kind of newline and space, no control
/// characters, no blank lines; each difference is an edit.
struct Normaliser {
  private let decoded: Decoded
  private let source: [UInt8]
  private var text: [UInt8] = []
  private var edits: [Edit] = []
  private var nextBroken = 0

  static func normalise(_ decoded: Decoded) -> Document {
    var normaliser = Normaliser(decoded)
    normaliser.run()
    return Document(decoded: decoded, text: normaliser.text, edits: normaliser.edits)
  }

  private init(_ decoded: Decoded) {
    self.decoded = decoded
    source = decoded.utf8
    text.reserveCapacity(source.count + 1)
  }

  private mutating func run() {
    if decoded.isBinary {
      edit(replacing: 0..<source.count, with: [], TextRule.binary)
      return
    }
    var lines = SourceLines(source)
    var blank: Range<Int>?
    while let line = lines.next() {
      if isBlank(line.content) {
        blank = (blank?.lowerBound ?? line.content.lowerBound)..<line.end
        continue
      }
      if let blank { edit(replacing: blank, with: [], TextRule.blank) }
      blank = nil
      if line.isPlain { text += source[line.content] } else { normalise(line.content) }
      endLine(line.content.upperBound..<line.end)
    }
    if let blank { edit(replacing: blank, with: [], TextRule.blank) }
  }

  private mutating func endLine(_ ending: Range<Int>) {
    if ending.count == 1, source[ending.lowerBound] == 0x0A {
      text.append(0x0A)
    } else {
      edit(replacing: ending, with: [0x0A], TextRule.lineEnd)
    }
  }

  private func isBlank(_ content: Range<Int>) -> Bool {
    var at = content.lowerBound
    while at < content.upperBound {
      let (scalar, length) = source.scalar(at: at)
      if ScalarClass(scalar) == .text { return false }
      at += length
    }
    return true
  }

  /// Normalises what stands in one line that is not blank.
  private mutating func normalise(_ content: Range<Int>) {
    var at = content.lowerBound
    var isStart = true
    while at < content.upperBound {
      let gap = gap(at, content.upperBound)
      if !gap.range.isEmpty {
        let isInside = !isStart && gap.range.upperBound < content.upperBound
        let wanted: [UInt8] = isInside && gap.hasSpace ? [0x20] : []
        if source[gap.range] == wanted[...] {
          text += wanted
        } else {
          edit(
            replacing: gap.range,
            with: wanted,
            gap.hasInvisible ? TextRule.control : TextRule.space
          )
        }
      }
      isStart = false
      at = gap.range.upperBound
      let plain = plainRun(at, content.upperBound)
      text += source[plain]
      at = plain.upperBound
      if plain.isEmpty, at < content.upperBound { at = copyCluster(at, content.upperBound) }
    }
  }

  /// The run of visible ASCII that begins here, without a last one that something after it may
  /// combine with, invisible characters between.
  private func plainRun(_ start: Int, _ end: Int) -> Range<Int> {
    var at = start
    while at < end, source[at] > 0x20, source[at] < 0x7F { at += 1 }
    return start..<(at == start || at == end || source[at] == 0x20 ? at : at - 1)
  }

  /// The run of spaces and invisible characters that begins here.
  private func gap(
    _ start: Int,
    _ end: Int
  ) -> (range: Range<Int>, hasSpace: Bool, hasInvisible: Bool) {
    var at = start
    var hasSpace = false
    var hasInvisible = false
    while at < end {
      let (scalar, length) = source.scalar(at: at)
      switch ScalarClass(scalar) {
      case .text: return (start..<at, hasSpace, hasInvisible)
      case .space: hasSpace = true
      case .invisible: hasInvisible = true
      }
      at += length
    }
    return (start..<at, hasSpace, hasInvisible)
  }

  /// Copies a character with the marks that combine with it, composed; returns where it ends.
  private mutating func copyCluster(_ start: Int, _ end: Int) -> Int {
    let (first, length) = source.scalar(at: start)
    if first.value == 0xFFFD, copyBroken(at: start) { return start + length }
    var clusterEnd = start + length
    var visible: [UInt8] = []
    var at = clusterEnd
    // A soft hyphen between a letter and its accent goes too: without it the two would be composed.
    while at < end {
      let (scalar, length) = source.scalar(at: at)
      if CanonicalComposition.mayCombine(scalar) {
        if visible.isEmpty { visible += source[start..<clusterEnd] }
        visible += source[at..<at + length]
        clusterEnd = at + length
      } else if ScalarClass(scalar) != .invisible {
        break
      }
      at += length
    }
    let cluster = source[start..<clusterEnd]
    if visible.isEmpty, CanonicalComposition.isInert(first) {
      text += cluster
      return clusterEnd
    }
    let composed = CanonicalComposition.compose(visible.isEmpty ? Array(cluster) : visible)
    if composed[...] == cluster {
      text += composed
    } else {
      edit(replacing: start..<clusterEnd, with: composed, TextRule.composition)
    }
    return clusterEnd
  }

  private mutating func copyBroken(at start: Int) -> Bool {
    while nextBroken < decoded.broken.count, decoded.broken[nextBroken].at < start {
      nextBroken += 1
    }
    guard nextBroken < decoded.broken.count, decoded.broken[nextBroken].at == start else {
      return false
    }
    edit(replacing: start..<start + 3, with: Array(source[start..<start + 3]), TextRule.broken)
    return true
  }

  private mutating func edit(replacing was: Range<Int>, with new: [UInt8], _ rule: String) {
    edits.append(Edit(at: text.count..<text.count + new.count, was: was, rule: rule))
    text += new
  }
}

/// The ids of the rules by which text is normalised.
package enum TextRule {
  package static let binary = "text.binary"
  package static let blank = "text.blank"
  package static let broken = "text.broken"
  package static let composition = "text.nfc"
  package static let control = "text.control"
  package static let lineEnd = "text.line-end"
  package static let space = "text.space"
}
