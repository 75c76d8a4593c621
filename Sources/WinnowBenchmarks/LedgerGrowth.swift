import Dispatch
import Foundation
import WinnowIO
import WinnowRecord
import WinnowStore

/// How long the store takes for a record, by how many it has.
struct LedgerGrowth {
  /// Records that are timed at each size.
  private static let timed = 5120

  /// Fills one store step by step up to a number of records.
  static func section(upTo most: Int, in folder: URL) throws -> Section {
    var section = Section(
      "The store, by records in its ledger",
      ["records", "append us CPU", "append us", "look up us", "ledger B a record"]
    )
    let place = folder.appending(path: "store")
    let store = try Store.open(try Directory(making: Path(place.path)))
    defer { store.close() }
    var count = 0
    var size = 1000
    while size <= most {
      try append(size - count, to: store, from: count)
      count = size
      let (cpu, wall) = (CPUTime.process, CPUTime.wall)
      try append(timed, to: store, from: count)
      let each = 1e6 / Double(timed)
      let (appendCPU, appendWall) = ((CPUTime.process - cpu) * each, (CPUTime.wall - wall) * each)
      count += timed
      let ids = (0..<timed).map { DocumentID(of: text($0 * 7919 % count)) }
      let lookup = CPUTime.measure { blackHole(ids.count { store.contains($0) }) }
      let files = try FileManager.default.contentsOfDirectory(atPath: place.path)
      let ledger = try files.filter { $0.hasPrefix("ledger") }.reduce(0) { sum, name in
        let path = place.appending(path: name).path
        return sum + (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0)
      }
      section.add(
        "\(size)",
        appendCPU,
        appendWall,
        lookup * each,
        Double(ledger) / Double(count)
      )
      size *= 10
    }
    return section
  }

  private static func text(_ number: Int) -> [UInt8] { Array("document \(number)".utf8) }

  private static func append(_ count: Int, to store: Store, from first: Int) throws {
    // No more are under way than a daemon would have.
    let room = DispatchSemaphore(value: 1024)
    for number in first..<first + max(0, count) {
      room.wait()
      let id = DocumentID(of: text(number))
      var line = Array(#"{"v":1,"id":"\#(id)","text":"a record of next to nothing""#.utf8)
      Seal.close(&line)
      try store.append(line: line, id: id) { _ in room.signal() }
    }
    store.flush()
  }
}
