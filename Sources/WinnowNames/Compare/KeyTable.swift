/// A hash table from keys to sets of names, with open addressing.
struct KeyTable: Sendable {
  private var keys = [UInt64](repeating: 0, count: 16)
  private var sets = [GivenSet](repeating: GivenSet(), count: 16)
  private var count = 0

  subscript(key: UInt64) -> GivenSet { sets[place(key)] }

  mutating func insert(_ key: UInt64, _ name: Int) {
    if count * 2 >= keys.count { grow() }
    let place = place(key)
    if sets[place].isEmpty { count += 1 }
    keys[place] = key
    sets[place].insert(name)
  }

  private func place(_ key: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: key ^ key >> 32) & (keys.count - 1)
    while !sets[place].isEmpty, keys[place] != key { place = (place + 1) & (keys.count - 1) }
    return place
  }

  private mutating func grow() {
    let (oldKeys, oldSets) = (keys, sets)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    sets = [GivenSet](repeating: GivenSet(), count: oldSets.count * 2)
    for (key, set) in zip(oldKeys, oldSets) where !set.isEmpty {
      let place = place(key)
      keys[place] = key
      sets[place] = set
    }
  }
}
