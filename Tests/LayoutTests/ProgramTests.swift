import Foundation
import Testing

@Suite struct ProgramTests {
  @Test("No room starts another program, so that no file name can ever become a command")
  func noPrograms() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    )
    let calls = /\b(Process|posix_spawnp?|system|popen|exec[lv]p?e?|v?fork)\(/
    var read = 0
    for case let file as URL in files where ["swift", "c", "h"].contains(file.pathExtension) {
      read += 1
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        #expect(line.firstMatch(of: calls) == nil, "\(file.lastPathComponent): \(line)")
      }
    }
    #expect(read > 100)
  }
}
