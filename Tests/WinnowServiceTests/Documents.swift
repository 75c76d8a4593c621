import Foundation
import Testing

/// A few documents in the inbox of a program, and what must become of them.
struct Documents {
  let program: Program
  let count: Int

  init(_ count: Int = 4, settings: String = "", inbox: URL? = nil) throws {
    try self.init(count, in: try Program(settings: settings, knows: false), inbox: inbox)
  }

  init(_ count: Int, in program: Program, inbox: URL? = nil) throws {
    self.program = program
    self.count = count
    for number in 0..<count {
      let file = (inbox ?? program.inbox).appending(path: "site/\(number).txt")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(Article.text(number).utf8).write(to: file)
    }
  }

  /// Empties the inbox under faults, or dies of them.
  func once(under faults: Faults) throws -> Program.Outcome {
    try program.run(["once"], environment: faults.environment)
  }

  /// Starts again without faults, and expects one record of each document, whole and restorable.
  func expectEachOnce(_ when: String) throws {
    _ = try program.run("retry")
    let outcome = try program.run("once")
    #expect(outcome.status == 0, "\(when): \(outcome.errors)")
    let verified = try program.run("verify")
    #expect(verified.status == 0, "\(when): \(verified.errors)")
    let originals = try program.run("restore", input: lines())
    let articles = (0..<count).map(Article.text)
    #expect(originals.text.utf8.count == articles.joined().utf8.count, "\(when)")
    for article in articles {
      #expect(originals.text.components(separatedBy: article).count == 2, "\(when)")
    }
    for state in ["inbox", "claimed", "quarantine"] {
      let left = program.files(in: state)
      #expect(left.isEmpty, "\(when): something is left in \(state)")
    }
  }

  /// Whether the files of these paths in done have their records.
  func areStored(_ paths: [String]) throws -> Bool {
    let stored = Set(program.records().compactMap { $0["path"] as? String })
    return stored.isSuperset(of: paths)
  }

  /// The lines of all segments that are records: a torn one that was sealed is not.
  private func lines() throws -> Data {
    let names = try FileManager.default.contentsOfDirectory(atPath: program.store.path)
    let segments = names.filter { $0.hasPrefix("records") && $0.hasSuffix(".jsonl") }.sorted()
    let all = try segments.flatMap { name in
      try Data(contentsOf: program.store.appending(path: name)).split(separator: 0x0A)
    }
    return Data(all.filter { $0.last == UInt8(ascii: "}") }.joined(separator: [0x0A]))
  }
}
