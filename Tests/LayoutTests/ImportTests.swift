import Foundation
import Testing

/// The plan of the house: what each room may import, and nothing else.
private let plan: [String: Set<String>] = [
  "WinnowIO": ["CLinux", "Dispatch", "Glibc"],
  "WinnowWork": ["Dispatch", "WinnowIO"],
  "WinnowFormats": ["CZlib", "CZstd", "Glibc", "WinnowIO"],
  "WinnowWatch": ["CInotifyTools", "Dispatch", "Glibc", "WinnowIO"],
  "WinnowQueue": ["Dispatch", "Glibc", "WinnowIO", "WinnowWatch"],
  "WinnowTOML": ["CTOML", "Glibc"],
  "WinnowText": ["CUchardet", "Swift"],
  "WinnowClean": ["WinnowTOML", "WinnowText"],
  "WinnowNames": ["WinnowTOML", "WinnowText"],
  "WinnowRecord": ["Crypto", "WinnowNames", "WinnowText"],
  "WinnowPipeline": [
    "Dispatch", "Glibc", "WinnowClean", "WinnowFormats", "WinnowIO", "WinnowNames", "WinnowRecord",
    "WinnowTOML", "WinnowText",
  ],
  "WinnowStore": [
    "CZstd", "Dispatch", "GRDB", "Glibc", "WinnowFormats", "WinnowIO", "WinnowRecord",
  ],
  "WinnowService": [
    "Dispatch", "Glibc", "Logging", "WinnowClean", "WinnowIO", "WinnowNames",
    "WinnowPipeline", "WinnowQueue", "WinnowRecord", "WinnowStore", "WinnowText", "WinnowWatch",
    "WinnowWork",
  ],
  "WinnowTrain": ["ArgumentParser", "Dispatch", "Foundation", "WinnowClean", "WinnowText"],
  "WinnowBenchmarks": [
    "ArgumentParser", "Dispatch", "Foundation", "Glibc", "WinnowClean", "WinnowIO", "WinnowNames",
    "WinnowPipeline", "WinnowRecord", "WinnowStore", "WinnowText",
  ],
  "WinnowCommand": [
    "ArgumentParser", "Glibc", "WinnowClean", "WinnowFormats", "WinnowIO", "WinnowPipeline",
    "WinnowWork",
  ],
  "WinnowWorker": ["ArgumentParser", "WinnowCommand", "WinnowPipeline"],
  "winnow": [
    "ArgumentParser", "Glibc", "WinnowClean", "WinnowCommand", "WinnowPipeline", "WinnowService",
  ],
]

private let sources = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

@Suite struct ImportTests {
  @Test("Every room is in the plan")
  func rooms() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: sources.path)
    let rooms = names.filter { !$0.hasPrefix("C") && !$0.hasPrefix(".") && $0 != "Python" }
    #expect(Set(rooms) == Set(plan.keys))
  }

  @Test("A room imports only what the plan allows", arguments: plan.keys.sorted())
  func imports(room: String) throws {
    let allowed = try #require(plan[room])
    let folder = sources.appending(path: room)
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    )
    var read = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      read += 1
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let pattern = /(?:@\w+(?:\(\w+\))?\s+)*(?:package\s+)?import\s+(?:\w+\s+)?(\w+).*/
        guard let match = line.wholeMatch(of: pattern) else { continue }
        #expect(allowed.contains(String(match.1)), "\(file.lastPathComponent) imports \(match.1)")
      }
    }
    #expect(read > 0, "no Swift file in \(folder.path)")
  }
}
