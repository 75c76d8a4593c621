import Glibc
import Testing
import WinnowIO

@Suite struct DirectoryMoveTests {
  private let temporary: TemporaryDirectory
  private var directory: Directory { temporary.directory }

  init() throws { temporary = try TemporaryDirectory() }

  @Test("A file moves into another directory under another name, and stays the same file")
  func moving() throws {
    try temporary.write("a", "x")
    let before = try #require(try directory.status("a"))
    let claimed = try directory.makeDirectory("claimed")
    try directory.move("a", to: claimed, as: "b")
    #expect(try temporary.names() == ["claimed"])
    #expect(try claimed.status("b")?.inode == before.inode)
    #expect(try claimed.read("b", limit: 9) == Array("x".utf8))
  }

  @Test("A name that is taken is not overwritten")
  func exclusive() throws {
    try temporary.write("a", "a")
    try temporary.write("b", "b")
    #expect(refusal { try directory.move("a", to: directory, as: "b") } == EEXIST)
    #expect(try temporary.read("a") == "a")
    #expect(try temporary.read("b") == "b")
    try directory.move("a", to: directory, as: "b", replacing: true)
    #expect(try temporary.names() == ["b"])
    #expect(try temporary.read("b") == "a")
  }

  @Test("Of many who move one file only one has it")
  func race() async throws {
    for round in 0..<20 {
      try temporary.write("a", "\(round)")
      let directory = directory
      let refusals = await withTaskGroup(of: CInt?.self) { group in
        for number in 0..<8 {
          group.addTask {
            refusal { try directory.move("a", to: directory, as: Path("\(round)-\(number)")) }
          }
        }
        return await group.reduce(into: [CInt?]()) { $0.append($1) }
      }
      #expect(refusals.count { $0 == nil } == 1)
      #expect(refusals.count { $0 == ENOENT } == 7)
    }
    #expect(try temporary.names().count == 20)
  }

  @Test("A file that is gone can't be moved, and a removed directory can't be moved into")
  func gone() throws {
    #expect(refusal { try directory.move("none", to: directory, as: "b") } == ENOENT)
    try temporary.write("a", "a")
    let removed = try directory.makeDirectory("d")
    try directory.removeDirectory("d")
    #expect(refusal { try directory.move("a", to: removed, as: "a") } == ENOENT)
    #expect(try temporary.read("a") == "a")
  }

  @Test("A directory is reached by its descriptor, wherever it has been moved to")
  func renamedDirectory() throws {
    let inner = try directory.makeDirectory("old")
    try directory.move("old", to: directory, as: "new")
    try inner.replace("a", with: [0x61], durable: false)
    #expect(try directory.directory("new").read("a", limit: 9) == [0x61])
    #expect(try directory.status("old") == nil)
  }
}
