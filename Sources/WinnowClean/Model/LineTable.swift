import WinnowText

/// All that the model knows of a document's lines before it judges them.
package struct LineTable: Sendable {
  /// A row a line; columns `names`, and what `LineColumns` adds.
  package internal(set) var rows: FeatureRows
  /// The lines' words.
  package let hashed: HashedFeatures
  let page: LinePage

  /// The columns' names.
  package static let names: [String] = FeatureGroup.all.flatMap(\.names)
  package static var width: Int { names.count }

  package var count: Int { page.count }
  package var counts: [LineCounts] { page.counts }
  package var tokens: LineTokens { page.tokens }
  /// Words of the stop list in each line.
  package var common: [Int] { page.common }

  /// Looks at the lines of a document.
  package init(_ document: Document, stops: StopList) {
    self.init(LineScan(document), stops: stops)
  }

  init(_ scan: LineScan, stops: StopList) {
    page = LinePage(scan, stops: stops)
    var rows = FeatureRows(
      names: Self.names,
      count: page.count,
      room: LineColumns.beforeTrees.count
    )
    var column = 0
    for group in FeatureGroup.all {
      group.fill(page, &rows, column)
      column += group.names.count
    }
    self.rows = rows
    hashed = HashedWords.features(page)
  }

  /// What each line is together with where it stands.
  package var crosses: HashedFeatures { TableCrosses.features(rows) }
}
