import Testing
import WinnowText

@testable import WinnowClean

@Suite struct DenseWeightsTests {
  private static let model = LinearModel(
    inputs: ["words", "letters", "ends", "place", "common"],
    bias: 0.1,
    weights: [0.7, -0.3, 1.1, 0.9, -2],
    mean: [9, 0.8, 0.5, 0.4, 0.3],
    deviation: [0.7, 0.13, 0.4, 0.3, 0.2]
  )

  private func table(lines: Int) -> LineTable {
    let texts = [
      "Home", "The council met on Monday, and then went home.", "12:30", "Bridge: open?",
    ]
    let text = (0..<lines).map { texts[$0 * 7 % 5 % 4] + "\n" }.joined()
    return LineTable(Document(utf8: Array(text.utf8)), stops: SmallModel.stops)
  }

  @Test("Four lines at a time are scored as they are one by one", arguments: [0, 1, 3, 4, 9])
  func scores(lines: Int) throws {
    let table = table(lines: lines)
    var model = Self.model
    model.hashedInput = .wordsAndCrosses
    model.hashed = SmallModel.weights { Int8($0 % 255 - 127) }
    let columns = try table.rows.places(of: model.inputs)
    let plain = model.score(
      table.rows,
      columns: columns,
      lexical: model.lexical(.joining(table.hashed, table.crosses))
    )
    let sums = HashedWeights([.first: model]).sums(table)
    let scores = DenseWeights(model, columns: columns).score(table.rows, lexical: sums.first)
    #expect(scores.map(\.bitPattern) == plain.map(\.bitPattern))
    #expect(sums.words == Array(repeating: 0, count: lines))
  }

  @Test("A pass that looks at words alone does not see the crosses")
  func words() {
    let table = table(lines: 9)
    var model = LinearModel(hashedInput: .words)
    model.hashed = SmallModel.weights { Int8($0 % 100) }
    let plain = model.lexical(table.hashed)
    #expect(HashedWeights([.end: model, .first: Self.model]).sums(table).end == plain)
  }

  @Test("What the topics add is what the inputs add")
  func topics() throws {
    let table = table(lines: 9)
    let columns = try table.rows.places(of: Self.model.inputs)
    let weights = DenseWeights(Self.model, columns: columns)
      .weights(table.rows, four: 4)
    for (lane, line) in (4..<8).enumerated() {
      let parts = columns.indices.map {
        Self.model.contribution(of: $0, table.rows[line, columns[$0]])
      }
      #expect(weights[lane][.place] == parts[3])
      #expect(abs(weights[lane].sum() - parts.reduce(0, +)) < 1e-5)
    }
  }
}
