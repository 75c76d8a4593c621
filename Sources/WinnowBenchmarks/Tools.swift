import Foundation
import WinnowClean

/// Programs that everybody has, at work on the same bytes.
struct Tools {
  private let folder: URL
  private let bytes: URL
  private let phrases: URL
  /// How often the samples stand in the file that the tools read.
  private let copies: Int

  /// Writes the samples, and all phrases of the rules that are plain words, into a folder.
  init(_ samples: Samples, _ rules: RuleSet, in folder: URL) throws {
    self.folder = folder
    copies = max(1, (32 << 20) / max(1, samples.bytes))
    bytes = folder.appending(path: "\(samples.name).bytes")
    phrases = folder.appending(path: "phrases")
    let once = Data(samples.documents.joined())
    var all = Data(capacity: once.count * copies)
    for _ in 0..<copies { all += once }
    try all.write(to: bytes)
    let plain = rules.rules.flatMap { $0.patterns.values.joined() }.filter { !$0.contains("{") }
    try Data((Set(plain).sorted().joined(separator: "\n") + "\n").utf8).write(to: phrases)
    try Data().write(to: folder.appending(path: "empty"))
  }

  func contestants() -> [Contest.Contestant] {
    let commands: [(name: String, words: [String])] = [
      ("wc -w", ["wc", "-w"]), ("wc -l", ["wc", "-l"]), ("cat", ["cat"]),
      ("grep -c -F -f phrases", ["grep", "-c", "-F", "-f", phrases.path]),
      ("rg -c -F -f phrases", ["rg", "-c", "-F", "-f", phrases.path]),
    ]
    return commands.filter { Child.exists($0.words[0]) }.map { name, words in
      Contest.Contestant(name: name) {
        // What the tool takes to start is no work on the bytes.
        let empty = try Child(words + [folder.appending(path: "empty").path]).cpu
        let full = try Child(words + [bytes.path]).cpu
        return max(1e-6, full - empty) / Double(copies)
      }
    }
  }
}
