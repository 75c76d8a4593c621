import Testing

@testable import WinnowNames

@Suite struct KeySetTests {
  @Test("It has the keys that it was made of, and no other", arguments: [0, 1, 7, 16, 1000])
  func twin(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let keys = (0..<count).map { _ in
      UInt64.random(in: 0..<UInt64(1 + 2 * count), using: &random) << 32
    }
    let set = KeySet(keys)
    for key in 0..<UInt64(2 + 2 * count) {
      #expect(set.contains(key << 32) == keys.contains(key << 32))
    }
  }
}
