extension NameIndex {
  /// Of several things with one name those that the press spells just so, of a town and its river or
  /// district the town, and of several towns the one that all the world knows.
  func likeliest(_ meant: [Int32], spelt key: UInt64) -> [Int32] {
    func best(_ entities: [Int32], _ isBetter: (Entity) -> Bool) -> [Int32] {
      let better = entities.filter { isBetter(self.entities[Int($0)]) }
      return better.isEmpty ? entities : better
    }
    let spelt = best(meant) { $0.press.map { FoldedKey($0).value } == key }
    let isPlaces = spelt.allSatisfy { entities[Int($0)].kind == .place }
    return isPlaces ? best(best(spelt) { $0.isSettlement }) { $0.isProminent } : spelt
  }
}
