import Testing

@testable import WinnowService

@Suite struct BoundedTableTests {
  @Test("Few keys are counted to the one")
  func exact() {
    var table = BoundedTable<Count>(mostKeys: 100)
    for number in 0..<5000 { table.add("\(number % 50 * (number % 2))") { $0.weight += 1 } }
    #expect(table.mostMissed == 0 && table.total == 5000)
    let (rows, rest) = table.largest(3)
    #expect(rows.map(\.key) == ["0", "1", "11"] && rows.map(\.tally.weight) == [2500, 100, 100])
    #expect(rest == 2300)
  }

  @Test("Among more keys than there is room for, the frequent ones stay, and no count is too high")
  func bounded() {
    var table = BoundedTable<Count>(mostKeys: 100)
    var most = 0
    for number in 0..<50_000 {
      table.add("rare \(number)") { $0.weight += 1 }
      if number % 10 == 0 { table.add("often") { $0.weight += 1 } }
      most = max(most, table.tallies.count)
    }
    #expect(most <= 100)
    let first = table.largest(1).rows.first
    #expect(first?.key == "often")
    #expect(table.mostMissed > 0)
    let count = first?.tally.weight ?? 0
    #expect(count <= 5000 && count + table.mostMissed >= 5000)
    #expect(table.total == 55_000)
    #expect(table.largest(1).rest == 55_000 - count)
  }

  @Test("A long key takes no more room than a short one")
  func longKeys() {
    var table = BoundedTable<Count>(mostKeys: 10)
    table.add(String(repeating: "ж", count: 100_000)) { $0.weight += 1 }
    table.add("a" + String(repeating: "\u{301}", count: 100_000)) { $0.weight += 1 }
    #expect(table.tallies.keys.allSatisfy { $0.unicodeScalars.count <= 121 })
  }
}
