import Glibc
import Testing
import WinnowIO

@Suite struct DirectoryLinkTests {
  private let temporary: TemporaryDirectory
  private let elsewhere: TemporaryDirectory
  private var directory: Directory { temporary.directory }

  init() throws {
    temporary = try TemporaryDirectory()
    elsewhere = try TemporaryDirectory()
    try elsewhere.write("secret", "secret")
    try temporary.link("file", to: elsewhere.path.appending("secret"))
    try temporary.link("folder", to: elsewhere.path)
  }

  @Test("A link is never opened, read, or written through")
  func files() throws {
    #expect(refusal { _ = try directory.open("file") } == ELOOP)
    #expect(refusal { _ = try directory.read("file", limit: 9) } == ELOOP)
    #expect(refusal { _ = try directory.open("file", O_WRONLY | O_TRUNC) } == ELOOP)
    try temporary.link("dangling", to: elsewhere.path.appending("new"))
    #expect(refusal { _ = try directory.open("dangling", O_WRONLY | O_CREAT) } == ELOOP)
    #expect(try elsewhere.names() == ["secret"])
    #expect(try elsewhere.read("secret") == "secret")
  }

  @Test("A link to a directory is never entered, at any step of the way")
  func folders() throws {
    #expect(refusal { _ = try directory.directory("folder") } == ENOTDIR)
    #expect(refusal { _ = try directory.makeDirectory("folder") } == ENOTDIR)
    #expect(refusal { _ = try directory.makeDirectory("folder/new") } == ENOTDIR)
    _ = try directory.makeDirectory("a")
    try elsewhere.link("back", to: temporary.path)
    #expect(refusal { _ = try elsewhere.directory.directory("back/a") } == ENOTDIR)
    #expect(try elsewhere.names() == ["back", "secret"])
  }

  @Test("Status and listing tell of the link, not of what it points to")
  func status() throws {
    #expect(try directory.status("file")?.kind == .link)
    #expect(try directory.status("folder")?.kind == .link)
    var kinds: [FileStatus.Kind?] = []
    try directory.forEachEntry { entry throws(SystemError) in
      kinds.append(entry.kind)
      return true
    }
    #expect(kinds == [.link, .link])
  }

  @Test("Replacing, moving and removing act on the link, not on what it points to")
  func changing() throws {
    try directory.replace("file", with: Array("mine".utf8), durable: false)
    #expect(try directory.status("file")?.kind == .regular)
    try directory.move("folder", to: directory, as: "moved")
    #expect(try directory.status("moved")?.kind == .link)
    try directory.remove("moved")
    #expect(try elsewhere.read("secret") == "secret")
  }

  @Test("A link in the way of a file that is being replaced is not written through")
  func linkInTheWay() throws {
    let secret = elsewhere.path.appending("secret")
    try temporary.link(".winnow-tmp-a.tmp", to: secret)
    try directory.replace("a", with: [1], durable: false)
    let other = directory.path.appending(".winnow-tmp-b.tmp").text
    try #require(Glibc.link(secret.text, other) == 0)
    try directory.replace("b", with: [1], durable: false)
    #expect(try elsewhere.read("secret") == "secret")
    #expect(try directory.read("a", limit: 9) == [1])
    #expect(try directory.read("b", limit: 9) == [1])
  }

  @Test("The administrator's own path may lead over links")
  func root() throws {
    let root = try Directory(at: temporary.path.appending("folder"))
    #expect(try root.status() == elsewhere.directory.status())
  }

  @Test("A fifo without a writer is opened without waiting")
  func fifo() throws {
    try Path("fifo").withCString { name throws(SystemError) in
      try checked("mkfifo", "fifo") { mkfifoat(directory.descriptor, name, 0o600) }
    }
    let file = try directory.open("fifo")
    #expect(try file.status("fifo").kind == .other)
  }
}
