import Testing
import WinnowNames
import WinnowText

/// Articles in which every name is known by construction, with the gazetteer that ships.
@Suite struct GeneratedArticleTests {
  private static func score(_ count: Int, seed: UInt64) throws -> ArticleScore {
    let gazetteer = try ShippedNames.gazetteer.get()
    let names = Names(gazetteer, style: .press, action: .rewrite)
    var generator = ArticleGenerator(Cast(gazetteer), seed: seed)
    var score = ArticleScore()
    for _ in 0..<count {
      let article = generator.next()
      let document = Document(utf8: Array(article.text.utf8))
      try #require(document.text.elementsEqual(article.text.utf8), "\(article.text)")
      score.add(article, names.settle(document, language: "en").mentions)
    }
    return score
  }

  @Test("Names in two hundred articles are found, linked and spelt anew, hardly any wrongly")
  func articles() throws {
    let score = try Self.score(200, seed: 2024)
    // A bare surname beside a relative may be either's, and nobody's name need be found.
    let count = score.total(without: [.shared, .relative])
    let comment = Comment(rawValue: score.report)
    // What is left is a relative's surname in a spelling that the relative's full name hides.
    #expect(score.wrongRewrites.count <= 1, comment)
    #expect(score.wrongLinks == [], comment)
    #expect(Double(count.found) / Double(count.gold) >= 0.96, comment)
    #expect(Double(count.linked) / Double(count.gold) >= 0.95, comment)
    #expect(Double(count.rewritten) / Double(count.rewrites) >= 0.86, comment)
    #expect(Double(score.mentions - score.extra.count) / Double(score.mentions) >= 0.95, comment)
  }

  @Test("A seed always gives the same articles")
  func seeds() throws {
    let cast = Cast(try ShippedNames.gazetteer.get())
    var one = ArticleGenerator(cast, seed: 1)
    var same = ArticleGenerator(cast, seed: 1)
    var other = ArticleGenerator(cast, seed: 2)
    let text = one.next().text
    #expect(same.next().text == text)
    #expect(other.next().text != text)
  }
}
