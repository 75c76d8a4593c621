import Foundation
import Testing
import WinnowClean
import WinnowNames
import WinnowPipeline

@testable import WinnowBenchmarks

@Suite struct ContestTests {
  @Test("Contestants are taken in turns, the first round is left out, and medians count")
  func turns() throws {
    var order = ""
    var slow: [Double] = [100, 2, 2, 90, 2, 2, 2, 2]
    let outcomes = try Contest.run([
      Contest.Contestant(name: "a") {
        order += "a"
        return slow.removeFirst()
      },
      Contest.Contestant(name: "b") {
        order += "b"
        return 4
      },
    ])
    #expect(order == String(repeating: "ab", count: Contest.rounds + 1))
    #expect(outcomes.map(\.seconds) == [2, 4])
    #expect(outcomes.map(\.ratio) == [1, 0.5])
  }

  @Test("A table has its numbers to the right, with three digits that count")
  func table() {
    var section = Section("Title", ["", "MB/s"])
    section.add("long name", 1234.5)
    section.add("b", 1.256)
    section.add("c", nil)
    #expect(
      section.table == """
        Title
                     MB/s
          long name  1234
          b          1.26
          c             -

        """
    )
  }

  @Test("Another program's time, output and status are known")
  func child() throws {
    let child = try Child(["sh", "-c", "cat; exit 3"], input: "/proc/self/comm")
    #expect(child.status == 3)
    #expect(!child.output.isEmpty)
    #expect(child.cpu < 1)
    #expect(throws: BenchmarkError.self) { try Child(["no-such-program"]) }
  }

  @Test("Made-up rules and names can be loaded")
  func trialRoots() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let root = try TrialRoot(in: folder, "trial")
    try root.setPeople(50)
    let before = try Configuration(root: Root(root.path), settingsFile: nil)
    #expect(before.gazetteer.count == 50)
    try root.addPhrases(2500, like: before.rules)
    let after = try Configuration(root: Root(root.path), settingsFile: nil)
    let added = after.rules.rules.filter { $0.id.hasPrefix("trial.") }
    #expect(added.flatMap { $0.patterns.values.joined() }.count == 2500)
    #expect(after.rules.rules.count == before.rules.rules.count + 3)
  }
}
