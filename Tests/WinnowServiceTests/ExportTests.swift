import Foundation
import Testing
import WinnowRecord

/// `winnow export`, through the program, to a cluster and back.
@Suite struct ExportTests {
  private let article = """
    Skip to content
    Bridge over the river opens
    The new bridge over the river was opened on Monday after two years of work, the mayor said.
    See also: Harbour closed for the winter

    """

  /// Files of every kind: texts, other encodings, broken ones, none.
  private var files: [String: Data] {
    let russian =
      "Новый мост через реку открыли в понедельник после двух лет работы, сказал мэр города.\n"
    var files = [
      "plain.txt": Data(article.utf8),
      "site/one.txt": Data(article.replacing("Monday", with: "Friday").utf8),
      "other/deep/two.txt": Data(("\u{1F600} " + article).utf8),
      "mark.txt": Data(("\u{FEFF}" + article).utf8),
      "broken.txt": Data(article.utf8) + Data([0xFF, 0xFE, 0x0A]),
      "null.txt": Data("a\0b and some words\n".utf8),
      "empty.txt": Data(),
      "binary.bin": Data((0..<600).map { UInt8(truncatingIfNeeded: $0 * 7919 >> 3) }),
    ]
    files["wide.txt"] = article.data(using: .utf16LittleEndian).map { Data([0xFF, 0xFE]) + $0 }
    files["cyrillic.txt"] = russian.data(using: .windowsCP1251)
    return files
  }

  private func drop(_ files: [String: Data], in program: Program) throws {
    for (name, bytes) in files { try program.drop(bytes, as: name) }
  }

  private func shards(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.lastPathComponent != "manifest.json" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  private func manifest(_ folder: URL) throws -> [String: Any] {
    let bytes = try Data(contentsOf: folder.appending(path: "manifest.json"))
    return try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  }

  /// Cleans an export as a cluster does, a file for each shard.
  private func clean(_ folder: URL, _ program: Program) throws -> [String] {
    try shards(in: folder).map { shard in
      let records = shard.appendingPathExtension("records")
      let outcome = try program.run("clean", "--jsonl", "--workers", "2", "--trailer", shard.path)
      #expect(outcome.status == 0)
      try outcome.output.write(to: records)
      return records.path
    }
  }

  /// The records of a store by id, without what only says how they came.
  private func contents(_ program: Program) -> [String: NSDictionary] {
    let records = program.records().map { record in
      let own = record.filter { !["received", "crc", "meta"].contains($0.key) }
      return (own["id"] as? String ?? "", own as NSDictionary)
    }
    return Dictionary(records) { $1 }
  }

  @Test("What a cluster makes of an exported inbox is what the daemon makes of it, once each")
  func roundTrip() throws {
    let settings = "settle = \"10ms\""
    let (cluster, alone) = (try Program(settings: settings), try Program())
    try drop(files, in: cluster)
    try drop(files, in: alone)
    _ = try alone.run("once")
    let folder = cluster.root.appending(path: "shards")
    let exported = try cluster.run("export", "--shards", "3", folder.path)
    #expect(exported.status == 0 && exported.errors.isEmpty)
    #expect(exported.text == "\(files.count) documents in 3 shards, 0 left out\n")
    #expect(cluster.files(in: "inbox").count == files.count)

    let records = try clean(folder, cluster)
    let first = try cluster.run(["import"] + records)
    #expect(first.status == 0 && first.text == "\(files.count) stored, 0 duplicates, 0 bad\n")
    let second = try cluster.run(["import"] + records)
    #expect(second.status == 0 && second.text == "0 stored, \(files.count) duplicates, 0 bad\n")
    let wanted = contents(alone)
    #expect(wanted.count == files.count && contents(cluster) == wanted)

    // The daemon meets the files, and knows them.
    let drained = try cluster.run("once")
    #expect(drained.status == 0)
    #expect(cluster.records().count == files.count)
    #expect(cluster.files(in: "inbox").isEmpty && cluster.files(in: "done").count == files.count)
    #expect(try cluster.run("verify").status == 0)
  }

  @Test("Shards are of about one size, the same each time, and the manifest says what is in them")
  func shardsAndManifest() throws {
    let program = try Program(knows: false)
    for number in 0..<40 {
      let text = String(repeating: "word \(number) ", count: 10 + number * 37 % 200)
      try program.drop(text, as: "site\(number % 3)/\(number).txt")
    }
    let (one, two) = (program.root.appending(path: "one"), program.root.appending(path: "two"))
    for folder in [one, two] {
      #expect(try program.run("export", "--shards", "4", folder.path).status == 0)
    }
    let manifest = try manifest(one)
    #expect(manifest["documents"] as? Int == 40 && manifest["of"] as? String == "inbox")
    #expect((manifest["rules"] as? String)?.count == 12)
    let told = try #require(manifest["shards"] as? [[String: Any]])
    #expect(told.count == 4)
    var ids: Set<String> = []
    for (shard, told) in zip(try shards(in: one), told) {
      let bytes = try Data(contentsOf: shard)
      #expect(told["name"] as? String == shard.lastPathComponent)
      #expect(told["bytes"] as? Int == bytes.count)
      let digest = DocumentID(of: Array(bytes)).description
      #expect("sha256:\(told["sha256"] as? String ?? "")" == digest)
      let lines = bytes.split(separator: 0x0A)
      #expect(told["lines"] as? Int == lines.count)
      for line in lines {
        let line = try #require(try JSONSerialization.jsonObject(with: line) as? [String: String])
        #expect(line["id"] == DocumentID(of: Array((line["text"] ?? "").utf8)).description)
        ids.insert(line["id"] ?? "")
      }
    }
    #expect(ids.count == 40)
    let sizes = told.compactMap { $0["bytes"] as? Int }
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) < 3000)
    for (a, b) in zip(try shards(in: one), try shards(in: two)) {
      #expect(try Data(contentsOf: a) == Data(contentsOf: b))
    }
  }

  @Test(
    "What can't be taken is left out with its reason; what somebody is still making isn't looked at"
  )
  func leftOut() throws {
    let program = try Program(settings: "max_bytes = \"1KiB\"\nsettle = \"1h\"", knows: false)
    try program.drop("some words\n", as: "good.txt")
    try program.drop(String(repeating: "x", count: 2000), as: "large.txt")
    try program.drop("half", as: "half.txt.part")
    try program.drop("", as: "empty.txt")
    try program.drop("hidden", as: ".hidden/a.txt")
    let link = program.inbox.appending(path: "link.txt")
    try FileManager.default.createSymbolicLink(
      at: link,
      withDestinationURL: URL(filePath: "/etc/hostname")
    )
    let writer = try FileHandle(forUpdating: program.inbox.appending(path: "good.txt"))
    let folder = program.root.appending(path: "shards")
    let outcome = try program.run("export", "--shards", "1", folder.path)
    #expect(outcome.status == 0 && outcome.text == "0 documents in 1 shards, 4 left out\n")
    let reasons = outcome.errors.split(separator: "\n").sorted()
    #expect(reasons.count == 4)
    #expect(reasons[0] == "winnow: empty.txt: left out: it may not be whole yet")
    #expect(reasons[1] == "winnow: good.txt: left out: somebody is writing to it")
    #expect(reasons[2] == "winnow: large.txt: left out: too large: 2000 bytes, at most 1024 wanted")
    #expect(reasons[3].hasPrefix("winnow: link.txt: left out: not a regular file"))
    #expect((try manifest(folder)["left_out"] as? [Any])?.count == 4)
    try writer.close()
  }

  @Test("A directory that is in use is refused; one that is empty, or was left half made, is not")
  func directory() throws {
    let program = try Program(knows: false)
    try program.drop("some words\n", as: "a.txt")
    let folder = program.root.appending(path: "shards")
    let half = program.root.appending(path: ".shards.part")
    for folder in [folder, half] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    try Data("left".utf8).write(to: half.appending(path: "part-00007.jsonl"))
    #expect(try program.run("export", "--shards", "1", folder.path + "/").status == 0)
    #expect(try shards(in: folder).map(\.lastPathComponent) == ["part-00000.jsonl"])
    #expect(!FileManager.default.fileExists(atPath: half.path))
    let again = try program.run("export", "--shards", "1", folder.path)
    #expect(again.status == 74)
    #expect(again.errors == "winnow: \(folder.path): rename: Directory not empty\n")
    #expect(try program.run("export", "--shards", "0", folder.path).status == 64)
  }

  @Test("A store is exported as the originals of its records, and comes to the same elsewhere")
  func store() throws {
    let (program, other) = (try Program(), try Program())
    try drop(files, in: program)
    _ = try program.run("once")
    let folder = program.root.appending(path: "shards")
    #expect(try program.run("export", "--store", "--shards", "2", folder.path).status == 0)
    #expect(try manifest(folder)["of"] as? String == "store")
    let outcome = try other.run(["import"] + clean(folder, other))
    #expect(outcome.text == "\(files.count) stored, 0 duplicates, 0 bad\n")
    #expect(contents(other) == contents(program))
  }
}
