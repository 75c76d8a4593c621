import Glibc
import Testing
import WinnowIO

@Suite struct DirectoryTests {
  private let temporary: TemporaryDirectory
  private var directory: Directory { temporary.directory }

  init() throws { temporary = try TemporaryDirectory() }

  @Test("A file is read whole, and no further than the limit")
  func reading() throws {
    try temporary.write("a", "0123456789")
    #expect(try directory.read("a", limit: 100) == Array("0123456789".utf8))
    #expect(try directory.read("a", limit: 4) == Array("0123".utf8))
    #expect(try directory.read("a", limit: 0) == [])
    try temporary.write("empty", "")
    #expect(try directory.read("empty", limit: 100) == [])
    #expect(refusal { _ = try directory.read("none", limit: 1) } == ENOENT)
  }

  @Test("A file that says it has no size is read whole all the same")
  func sizeless() throws {
    let proc = try Directory(at: "/proc/self")
    let file = try proc.open("status")
    #expect(try file.status("status").size == 0)
    let bytes = try proc.read("status", limit: 1 << 20)
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("Name:"))
    #expect(bytes.count > 100)
  }

  @Test("A name is bytes: any but NUL and slash will do")
  func odderNames() throws {
    let name = Path(bytes: [0xFF, 0x0A, 0x20, 0x1B])
    try temporary.write(name, "x")
    #expect(try temporary.names() == [name])
    #expect(try temporary.read(name) == "x")
    #expect(refusal { _ = try directory.open(Path(bytes: [0x61, 0, 0x62])) } == EINVAL)
  }

  @Test("Status tells what lies under a name; nothing is nil")
  func status() throws {
    try temporary.write("a", "123")
    _ = try directory.makeDirectory("d")
    #expect(try directory.status("a")?.kind == .regular)
    #expect(try directory.status("a")?.size == 3)
    #expect(try directory.status("d")?.kind == .directory)
    #expect(try directory.status("none") == nil)
    #expect(try directory.status("a/b") == nil)
    #expect(try directory.status().kind == .directory)
    let before = try directory.status("a")
    try temporary.write("a", "1234")
    #expect(try directory.status("a") != before)
  }

  @Test("Directories are made as deep as wanted, and made again without harm")
  func making() throws {
    let deep = try directory.makeDirectory("a/b/c")
    #expect(deep.path == temporary.path.appending("a/b/c"))
    #expect(try directory.makeDirectory("a/b/c").status() == deep.status())
    #expect(try directory.directory("a/b").status("c")?.kind == .directory)
    let whole = try Directory(making: temporary.path.appending("x/y"))
    #expect(try whole.status() == directory.directory("x/y").status())
    try temporary.write("file", "")
    #expect(refusal { _ = try directory.makeDirectory("file/b") } == ENOTDIR)
    #expect(refusal { _ = try directory.directory("none") } == ENOENT)
  }

  @Test("An empty path below is the directory itself")
  func itself() throws {
    #expect(try directory.directory(Path(bytes: [])).status() == directory.status())
  }

  @Test("A file replaced has the new bytes, and leaves nothing beside it")
  func replacing() throws {
    try directory.replace("status.json", with: Array("one".utf8), durable: true)
    #expect(try temporary.read("status.json") == "one")
    try directory.replace("status.json", with: Array("2".utf8), durable: false)
    #expect(try temporary.read("status.json") == "2")
    #expect(try temporary.names() == ["status.json"])
    // A reader that has it open goes on reading the old bytes.
    let old = try directory.open("status.json")
    try directory.replace("status.json", with: Array("three".utf8), durable: false)
    #expect(try old.readAll(limit: 9, expected: 9, "old") == Array("2".utf8))
  }

  @Test("A file is replaced where a crash left its half-written forerunner")
  func leftover() throws {
    try temporary.write(".winnow-tmp-a.tmp", "a half-written one that is longer")
    try directory.replace("a", with: Array("new".utf8), durable: false)
    #expect(try temporary.read("a") == "new")
    #expect(try temporary.names() == ["a"])
  }

  @Test("A name as long as names may be can be replaced")
  func longName() throws {
    let name = Path(String(repeating: "n", count: 255))
    try directory.replace(name, with: [1], durable: false)
    #expect(try directory.read(name, limit: 9) == [1])
  }

  @Test("A file is removed; a directory only where it is empty")
  func removing() throws {
    try temporary.write("a", "")
    try directory.remove("a")
    #expect(refusal { try directory.remove("a") } == ENOENT)
    _ = try directory.makeDirectory("d/e")
    #expect(refusal { try directory.remove("d") } == EISDIR)
    #expect(refusal { try directory.removeDirectory("d") } == ENOTEMPTY)
    try directory.directory("d").removeDirectory("e")
    try directory.removeDirectory("d")
    #expect(try temporary.names().isEmpty)
  }

  @Test("Every name is listed once, however many there are, and a listing can be stopped")
  func listing() throws {
    let names = (0..<500).map { Path("file-\($0)") }
    for name in names { try temporary.write(name, "") }
    #expect(try temporary.names() == names.sorted())
    #expect(try temporary.names() == names.sorted(), "a second listing begins anew")
    var seen = 0
    try directory.forEachEntry { _ throws(SystemError) in
      seen += 1
      return seen < 3
    }
    #expect(seen == 3)
  }

  @Test("A refusal names the call, the path and the kernel's reason")
  func message() {
    #expect {
      _ = try directory.open("none")
    } throws: { "\($0)" == "\(temporary.path)/none: open: No such file or directory" }
  }
}
