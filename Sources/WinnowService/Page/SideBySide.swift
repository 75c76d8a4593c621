import WinnowNames
import WinnowText

/// A document before and after, paragraph by paragraph.
struct SideBySide {
  /// A stretch of a paragraph.
  struct Piece: Equatable {
    enum Role: Equatable {
      case plain
      /// Taken out of a line that stays.
      case removed(rule: String)
      /// A spelling that was replaced.
      case respelt
      /// The mention of this number.
      case name(Int)
    }

    var text: String
    let role: Role
  }

  enum Row: Equatable {
    case paragraph(original: [Piece], cleaned: [Piece])
    /// Lines that one rule took out.
    case removed(lines: [String], rule: String)
  }

  private(set) var rows: [Row] = []

  private let document: Document
  private let mentions: [Mention]
  private var nextMention = 0
  private var original: [Piece] = []
  private var cleaned: [Piece] = []

  /// Mentions are in order of place in the document's text.
  init(_ document: Document, _ mentions: [Mention]) {
    self.document = document
    self.mentions = mentions
    var done = 0
    for edit in document.edits {
      keep(done..<edit.at.lowerBound)
      add(edit)
      done = edit.at.upperBound
    }
    keep(done..<document.text.count)
    endParagraph()
  }

  private mutating func keep(_ span: Range<Int>) {
    show(span) { page, text in page.original.append(text, .plain) }
  }

  private mutating func add(_ edit: Edit) {
    let was = String(decoding: document.originalText(of: edit), as: UTF8.self)
    switch AppliedRule(edit.rule).effect {
    case .form: original.append(was.filter { !$0.isNewline }, .plain)
    case .spelling: original.append(was, .respelt)
    case .removal where edit.at.isEmpty && cleaned.isEmpty && endsLine(was, edit):
      let lines = (original.text + was).split { $0.isNewline }.map(String.init)
      original = []
      return remove(lines, edit.rule)
    case .removal:
      original.append(was.split { $0.isNewline }.joined(separator: " "), .removed(rule: edit.rule))
    }
    show(edit.at) { _, _ in }
  }

  private func endsLine(_ was: String, _ edit: Edit) -> Bool {
    was.last?.isNewline == true || edit.at.upperBound == document.text.count
  }

  private mutating func remove(_ lines: [String], _ rule: String) {
    let lines = lines.filter { !$0.allSatisfy(\.isWhitespace) }
    guard case .removed(var all, rule)? = rows.last else {
      rows.append(.removed(lines: lines, rule: rule))
      return
    }
    // The last row lets go of its lines first: else each line would copy all before it.
    rows.removeLast()
    all += lines
    rows.append(.removed(lines: all, rule: rule))
  }

  /// Shows a span of the cleaned text, its mentions marked.
  private mutating func show(_ span: Range<Int>, beside: (inout SideBySide, String) -> Void) {
    var at = span.lowerBound
    while at < span.upperBound {
      while nextMention < mentions.count, mentions[nextMention].at.upperBound <= at {
        nextMention += 1
      }
      let mention =
        nextMention < mentions.count ? mentions[nextMention].at : span.upperBound..<Int.max
      let isInside = mention.lowerBound <= at
      let next = isInside ? mention.upperBound : mention.lowerBound
      let limit = min(next, span.upperBound)
      let newline = document.text[at..<limit].firstIndex(of: 0x0A)
      let end = newline ?? limit
      let text = String(decoding: document.text[at..<end], as: UTF8.self)
      cleaned.append(text, isInside ? .name(nextMention) : .plain)
      beside(&self, text)
      at = end
      if newline != nil {
        endParagraph()
        at += 1
      }
    }
  }

  private mutating func endParagraph() {
    if original.isEmpty && cleaned.isEmpty { return }
    rows.append(.paragraph(original: original, cleaned: cleaned))
    (original, cleaned) = ([], [])
  }
}

extension [SideBySide.Piece] {
  /// What the pieces say.
  var text: String { map(\.text).joined() }

  /// Adds text to the last piece if that has the same role.
  fileprivate mutating func append(_ text: String, _ role: SideBySide.Piece.Role) {
    if text.isEmpty { return }
    if last?.role == role {
      self[count - 1].text += text
    } else {
      append(SideBySide.Piece(text: text, role: role))
    }
  }
}
