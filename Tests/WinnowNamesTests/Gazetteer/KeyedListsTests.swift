import Testing

@testable import WinnowNames

@Suite struct KeyedListsTests {
  @Test("It gives what a dictionary of lists gives", arguments: [0, 1, 7, 1000])
  func twin(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let pairs = (0..<count).map { number in
      (key: UInt64.random(in: 0..<UInt64(1 + count / 3), using: &random) << 40, element: number)
    }
    let lists = KeyedLists(pairs)
    let twin = Dictionary(grouping: pairs, by: \.key).mapValues { $0.map(\.element) }
    for (key, list) in twin { #expect(Array(lists[key]) == list) }
    #expect(lists[12345].isEmpty)
  }
}
