import Foundation

/// A table of figures, for people and for programs.
struct Section: Encodable {
  let title: String
  let columns: [String]
  private(set) var rows: [[Cell]] = []

  enum Cell: Encodable {
    case text(String)
    case number(Double)

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .number(let number): try container.encode(number)
      }
    }

    /// Three digits that count.
    fileprivate var shown: String {
      switch self {
      case .text(let text): text
      case .number(let number):
        abs(number) >= 100 || number == number.rounded()
          ? String(format: "%.0f", number)
          : String(format: abs(number) >= 10 ? "%.1f" : "%.2f", number)
      }
    }
  }

  init(_ title: String, _ columns: [String]) {
    self.title = title
    self.columns = columns
  }

  mutating func add(_ name: String, _ numbers: Double?...) {
    rows.append([.text(name)] + numbers.map { $0.map { .number($0) } ?? .text("-") })
  }

  /// The table in columns, names to the left and numbers to the right.
  var table: String {
    let cells = [columns] + rows.map { $0.map(\.shown) }
    let widths = columns.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    let lines = cells.map { row in
      row.enumerated().map { column, text in
        let space = String(repeating: " ", count: widths[column] - text.count)
        return column == 0 ? text + space : space + text
      }.joined(separator: "  ")
    }
    return ([title] + lines.map { "  " + $0 }).joined(separator: "\n") + "\n"
  }
}
