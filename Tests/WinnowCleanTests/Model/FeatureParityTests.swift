import Testing
import WinnowText

@testable import WinnowClean

@Suite struct FeatureParityTests {
  typealias Page = ReferenceFeatures.Page

  static let pages = (try? ReferenceFeatures.shared.get().pages) ?? []

  private func table(_ page: Page) throws -> LineTable {
    let stops = StopList(try ReferenceFeatures.shared.get().stops)
    return LineTable(Document(utf8: Array(page.text.utf8)), stops: stops)
  }

  @Test("The columns have the reference's names, in its order")
  func names() throws {
    let reference = try ReferenceFeatures.shared.get()
    #expect(reference.pages.count >= 12)
    #expect(LineTable.names == reference.columns)
    #expect(SequenceFeatures.names == reference.sequenceColumns)
    #expect(EdgeFeatures.names == reference.edgeColumns)
    #expect(VocabularyFeatures.names == reference.vocabularyColumns)
  }

  @Test("Characters and words are counted as the reference counts them", arguments: pages)
  func counts(page: Page) throws {
    let table = try table(page)
    #expect(table.counts.map(\.row) == page.counts)
    #expect(table.counts.map(\.tokens) == page.tokens)
    #expect(ReferenceFeatures.fingerprint(table.tokens.hashes) == page.hashes)
    #expect(ReferenceFeatures.fingerprint(table.tokens.sizes.map(UInt32.init)) == page.sizes)
  }

  @Test("Each line's columns are the reference's", arguments: pages)
  func columns(page: Page) throws {
    expect(try table(page).rows, page.dense)
  }

  @Test("Hashed features fall into the reference's buckets", arguments: pages)
  func hashed(page: Page) throws {
    let table = try table(page)
    let features = table.hashed
    try #require(features.count == page.hashed.count)
    for line in page.hashed.indices {
      #expect(features[line].count == page.hashed[line], "line \(line)")
      #expect(fingerprint(features[line]) == page.buckets[line], "line \(line)")
      let values = features[line].reduce(0) { $0 + $1.value }
      #expect(abs(values - page.values[line]) < 1e-3, "line \(line)")
    }
    #expect(fingerprints(table.crosses) == page.crosses)
  }

  @Test("What a pass says of the surroundings is what the reference makes of it", arguments: pages)
  func surroundings(page: Page) throws {
    var table = try table(page)
    let z = ReferenceFeatures.odds(table.count, 11, 5)
    let end = ReferenceFeatures.odds(table.count, 7, 3)
    let begin = ReferenceFeatures.odds(table.count, 5, 20)
    let words = ReferenceFeatures.odds(table.count, 13, 9)
    var sequence = FeatureRows(names: SequenceFeatures.names, count: table.count)
    SequenceFeatures.put(z, table.counts, &sequence, 0)
    expect(sequence, page.sequence)
    var edges = FeatureRows(names: EdgeFeatures.names, count: table.count)
    EdgeFeatures.put(end: end, begin: begin, words: words, &edges, 0)
    expect(edges, page.edges)
    var vocabulary = FeatureRows(names: VocabularyFeatures.names, count: table.count)
    VocabularyFeatures.put(z, table.page, &vocabulary, 0)
    expect(vocabulary, page.vocabulary)
    let scores = LineColumns.Scores(words: words, end: end, begin: begin, first: z, lexical: words)
    LineColumns.addBeforeSecond(to: &table, scores)
    #expect(table.rows.names == LineColumns.beforeSecond)
    #expect(fingerprints(LineColumns.crosses(table.rows, first: z)) == page.surroundings)
  }

  private func fingerprints(_ features: HashedFeatures) -> [UInt32] {
    (0..<features.count).map { fingerprint(features[$0]) }
  }

  private func fingerprint(_ features: ArraySlice<HashedFeatures.Feature>) -> UInt32 {
    ReferenceFeatures.fingerprint(features.map(\.bucket))
  }

  private func expect(_ rows: FeatureRows, _ reference: [[Float]]) {
    #expect(rows.count == reference.count)
    for (line, wanted) in reference.enumerated() where line < rows.count {
      #expect(wanted.count == rows.width)
      for (column, value) in wanted.enumerated() where column < rows.width {
        let got = rows[line, column]
        #expect(abs(got - value) <= 1e-4, "line \(line), \(rows.names[column]): \(value)")
      }
    }
  }
}
