import Testing

@testable import WinnowTrain

@Suite struct FoldsTests {
  private static func pages(_ sites: Int) -> [(set: String, site: String)] {
    (0..<sites).flatMap { site in
      Array(repeating: (set: site % 3 == 0 ? "a" : "b", site: "site\(site)"), count: 1 + site % 7)
    }
  }

  @Test("A site is in one fold, whatever sets its pages are in")
  func sites() throws {
    let pages = [("a", "x"), ("b", "x"), ("a", "y"), ("b", "z")].map { (set: $0.0, site: $0.1) }
    let folds = Folds(pages, count: 3)
    let places = try ["x", "y", "z"].map { try #require(folds[$0]) }
    #expect(Set(places) == [0, 1, 2])
    #expect(folds["elsewhere"] == nil)
  }

  @Test("The pages of each set are spread evenly")
  func evenness() {
    let pages = Self.pages(210)
    let folds = Folds(pages, count: 5)
    for set in ["a", "b"] {
      let own = pages.filter { $0.set == set }
      let sizes = (0..<5).map { fold in own.count { folds[$0.site] == fold } }
      #expect(sizes.reduce(0, +) == own.count)
      for size in sizes { #expect(abs(size - own.count / 5) <= 7) }
    }
  }

  @Test("The order of the pages does not matter")
  func order() {
    let pages = Self.pages(40)
    #expect(Folds(pages, count: 5) == Folds(pages.reversed(), count: 5))
  }
}
