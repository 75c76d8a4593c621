/// A text and every edit that led to it from the bytes of a file.
///
/// The passes (clean, names) look at the text, and `applying` their changes gives the next text;
/// whatever was changed how often, each edit says what stood in the original.
package struct Document: Sendable {
  package let decoded: Decoded
  /// Well-formed UTF-8 in normal form NFC; paragraphs end with a newline, and none is blank.
  package let text: [UInt8]
  /// In order of place; none overlaps another.
  package let edits: [Edit]

  init(decoded: Decoded, text: [UInt8], edits: [Edit]) {
    self.decoded = decoded
    self.text = text
    self.edits = edits
  }

  /// Reads a file: finds its encoding, decodes it and normalises it.
  package init(_ bytes: [UInt8]) {
    self = Normaliser.normalise(Decoded(bytes))
  }

  /// Reads text that is known to be UTF-8.
  package init(utf8: [UInt8]) {
    self = Normaliser.normalise(Decoded(utf8, as: .utf8))
  }

  /// The paragraphs, without their newlines, as spans of the text in bytes.
  package var lines: [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    text.forEachNewline { at in
      lines.append(start..<at)
      start = at + 1
    }
    if start < text.count { lines.append(start..<text.count) }
    return lines
  }

  /// How many paragraphs there are.
  package var lineCount: Int {
    var count = text.last.map { $0 != 0x0A } == true ? 1 : 0
    text.forEachNewline { _ in count += 1 }
    return count
  }

  /// What stood in the original where an edit is now.
  package func original(of edit: Edit) -> EditedSpan {
    if decoded.brokenRuns(in: edit.was).isEmpty { return .text(decoded.utf8[edit.was]) }
    return .bytes(decoded.originalBytes(of: edit.was))
  }

  /// What stood in the original where an edit is now, U+FFFD for bytes that mean nothing.
  package func originalText(of edit: Edit) -> ArraySlice<UInt8> { decoded.utf8[edit.was] }

  /// The next text, with all changes made; they come in order of place, none overlapping another.
  package func applying(_ changes: [Change]) -> Document {
    if changes.isEmpty { return self }
    var composition = Composition(of: self)
    for change in changes { composition.make(change) }
    return composition.finish()
  }
}

/// What stood at an edit's place: text, or bytes where some of them mean nothing as text.
package enum EditedSpan: Equatable, Sendable {
  case text(ArraySlice<UInt8>)
  case bytes([UInt8])
}
