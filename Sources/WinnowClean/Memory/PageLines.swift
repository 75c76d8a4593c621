import WinnowText

/// The lines of one document as a source's memory counts them: each line once, whatever its numbers.
package struct PageLines: Sendable {
  /// More lines of one document are not counted.
  private static let most = 1_000

  /// Ascending, no key twice.
  let keys: [UInt64]
  /// A line that has the key, in bytes of the text.
  let spans: [Range<Int>]
  private let text: [UInt8]

  /// Takes a document as it was received, before anything was taken out.
  package init(_ document: Document) {
    var found: [(key: UInt64, span: Range<Int>)] = []
    for span in document.lines where found.count < Self.most {
      if let key = Words.split(document.text, span).templateKey { found.append((key, span)) }
    }
    found.sort { ($0.key, $0.span.lowerBound) < ($1.key, $1.span.lowerBound) }
    var unique: [(key: UInt64, span: Range<Int>)] = []
    for line in found where line.key != unique.last?.key { unique.append(line) }
    keys = unique.map(\.key)
    spans = unique.map(\.span)
    text = document.text
  }

  /// The lines with their keys, as they were spelt.
  package var lines: [(key: UInt64, text: String)] {
    zip(keys, spans).map { ($0, String(decoding: text[$1], as: UTF8.self)) }
  }
}

extension [Word] {
  /// The same for lines that differ only in case, marks and numbers; nil for a line without words.
  var templateKey: UInt64? {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    var hasWord = false
    for word in self where !word.isMark {
      let isNumber = word.beginsWithDigit || word.year != nil || word.kind.isNumeral
      if !isNumber { hasWord = true }
      key = (key ^ (isNumber ? 0x30 : word.key)) &* 0x100_0000_01B3
    }
    return hasWord ? key : nil
  }
}

extension Word.Kind {
  fileprivate var isNumeral: Bool { self == .number || self == .time || self == .date }
}
