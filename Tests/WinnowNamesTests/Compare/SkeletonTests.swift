import Testing

@testable import WinnowNames

@Suite struct SkeletonTests {
  @Test(
    "Spellings of one name share the key",
    arguments: [
      ["Uladzimir", "Vladimir", "Volodymyr", "Wladimir", "Уладзімір", "Владимир"],
      ["Kalinouski", "Kalinovsky", "Kalinowski", "Kalinoŭski", "Каліноўскі"],
      ["Hrodna", "Grodno", "Гродна"], ["Tsikhanouskaya", "Tikhanovskaya", "Тихановская"],
      ["Budzianok", "Budenok"], ["Anna", "Ana"], ["Popoff", "Popov"],
    ]
  )
  func shared(spellings: [String]) {
    let keys = Set(spellings.map { Skeleton($0) })
    #expect(keys.count == 1, "\(spellings)")
  }

  @Test("Words of other consonants have other keys; the order of sounds counts")
  func distinct() {
    let words = ["Petrov", "Pavlov", "Minsk", "Pinsk", "Kirov", "Orlov", "Lorov", "Savin", "Zavin"]
    #expect(Set(words.map { Skeleton($0) }).count == words.count)
  }

  @Test("A word that several orthographies read has a key for each")
  func all() {
    let keys = keys("Chadyka")
    #expect(keys.first == Skeleton("Chadyka"))
    #expect(keys.contains(Skeleton("Khadyka")))
    #expect(self.keys("Orlov") == [Skeleton("Orlov")])
  }

  private func keys(_ word: String) -> [Skeleton] {
    var keys: [Skeleton] = []
    Orthographies.read(LetterRun(utf8: word.utf8.span)) { keys.append(Skeleton($0)) }
    return keys
  }

  @Test("Words without consonants, and words of many, have a key")
  func extremes() {
    #expect(Skeleton("") == Skeleton("Aia"))
    #expect(
      Skeleton(String(repeating: "bk", count: 60)) == Skeleton(String(repeating: "bk", count: 8))
    )
  }
}
