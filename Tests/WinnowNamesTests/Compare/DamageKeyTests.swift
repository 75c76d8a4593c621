import Testing

@testable import WinnowNames

@Suite struct DamageKeyTests {
  @Test("What is left of a name by machine translation has one key with it")
  func same() {
    for (damaged, name) in [
      ("Kokta", "Kukhta"), ("Bahonia", "Pahonia"), ("Lokashenko", "Lukashenko"),
    ] {
      let keys = SpelledToken(damaged).damageKeys(given: 3)
      #expect(!keys.isDisjoint(with: SpelledToken(name).damageKeys(given: 3)), "\(damaged)")
      #expect(keys.isDisjoint(with: SpelledToken(name).damageKeys(given: 4)))
    }
  }

  @Test("No pair of surnames of eight sounds or fewer is missed that is likely enough")
  func necessary() throws {
    let gazetteer = try ShippedNames.gazetteer.get()
    let words = gazetteer.entities.filter { $0.kind == .person }.prefix(400)
      .compactMap { $0.press?.split(separator: " ").last.map(String.init) }
      .map { SpelledToken($0) }
      .filter { word in (0..<word.count).allSatisfy { word.readings[$0].count <= 8 } }
    var near = 0
    for one in words {
      for other in words where gazetteer.comparer.damage(one, other) >= 0.8 {
        near += 1
        #expect(!one.damageKeys(given: 0).isDisjoint(with: other.damageKeys(given: 0)))
      }
    }
    #expect(near > words.count)
  }
}

extension SpelledToken {
  fileprivate func damageKeys(given: Int) -> Set<UInt64> {
    Set((0..<count).map { DamageKey(readings[$0], given: given).value })
  }
}
