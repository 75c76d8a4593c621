import WinnowCommand
import WinnowService

/// The status as a person reads it: a sentence, and a fact a line beside its word.
struct StatusPage {
  private static let margin = 13

  private let report: StatusReport

  init(_ report: StatusReport) { self.report = report }

  /// The page, as wide as its lines are.
  var text: String { lines(width: nil).joined(separator: "\n") }

  /// The page's lines; none is longer than the width, where there is one.
  func lines(width: Int?) -> [String] {
    let head = wrapped(report.headline, width).map { Terminal.coloured($0, colour) }
    let rows = report.rows.flatMap { row in
      let facts = wrapped(row.fact, width.map { $0 - Self.margin })
      return facts.enumerated().map { number, fact in
        let word = number == 0 ? row.word : ""
        return word + String(repeating: " ", count: Self.margin - word.count) + fact
      }
    }
    return head + rows
  }

  private var colour: Terminal.Colour {
    switch report.health {
    case .well: .green
    case .degraded: .yellow
    case .stopped: .red
    }
  }

  /// A text in pieces of a width, broken between words where that can be.
  private func wrapped(_ text: String, _ width: Int?) -> [String] {
    guard let width, width > 0 else { return [text] }
    var lines: [String] = []
    var rest = text[...]
    while rest.count > width {
      let most = rest.prefix(width + 1)
      let space = most.lastIndex(of: " ").flatMap { $0 > most.startIndex ? $0 : nil }
      let line = space.map { most[..<$0] } ?? rest.prefix(width)
      lines.append(String(line))
      rest = rest[line.endIndex...].drop { $0 == " " }
    }
    return lines + [String(rest)]
  }
}
