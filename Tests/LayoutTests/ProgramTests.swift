import Foundation
import Testing

@Suite struct ProgramTests {
  @Test("No room but the benchmarks starts another program: no file name can become a command")
  func noPrograms() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    )
    let calls = /\b(Process|posix_spawnp?|system|popen|exec[lv]p?e?|v?fork)\(/
    var read = 0
    for case let file as URL in files where ["swift", "c", "h"].contains(file.pathExtension) {
      if file.pathComponents.contains("WinnowBenchmarks") { continue }
      read += 1
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        #expect(line.firstMatch(of: calls) == nil, "\(file.lastPathComponent): \(line)")
      }
    }
    #expect(read > 100)
  }
}
