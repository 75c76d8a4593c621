import Dispatch
import Glibc
import Testing
import WinnowIO
import WinnowWatch

/// Which names are delivered, and which are left alone.
extension WatcherTests {
  @Test("A name of work in progress waits, and is delivered once renamed")
  func waitingNames() throws {
    let inbox = try TemporaryInbox()
    let waiting = [
      ".hidden", "a.part", "b.partial", "c.tmp", "d.swp", "e~", "f.crdownload", ".nfs0001",
    ]
    try inbox.makeDirectory("inbox/.git")
    try inbox.write("inbox/.git/config")
    for name in waiting { try inbox.write(Path("inbox").appending(name)) }
    try watching(inbox) { watcher, delivered in
      #expect(eventually { watcher.facts.isIdle })
      try inbox.write("inbox/later.part")
      try inbox.write("inbox/ready")
      #expect(eventually { delivered.paths == ["ready"] })
      try inbox.move("inbox/later.part", to: "inbox/later")
      try inbox.move("inbox/.git", to: "inbox/git")
      #expect(eventually { delivered.paths == ["ready", "later", "git/config"] })
      #expect(watcher.facts.scans == 1)
    }
  }

  @Test("Names are bytes: not UTF-8, newlines, 255 of them")
  func oddNames() throws {
    let inbox = try TemporaryInbox()
    let names: Set<Path> = [
      Path(bytes: [0xFF, 0xFE, 0x41]), "new\nline", "-rf", "%s%n", " ",
      Path(bytes: [UInt8](repeating: 0xC0, count: 255)),
    ]
    let folder = Path(bytes: [UInt8](repeating: 0x80, count: 255))
    try inbox.makeDirectory(Path("inbox").appending(folder))
    try watching(inbox) { watcher, delivered in
      #expect(eventually { watcher.facts.isIdle })
      for name in names {
        try inbox.write(Path("inbox").appending(name))
        try inbox.write(Path("inbox").appending(folder).appending(name))
      }
      let all = names.union(names.map { folder.appending($0) })
      #expect(eventually { delivered.paths == all })
      #expect(watcher.facts.scans == 1)
    }
  }

  @Test("Links, fifos and sockets are counted, and never followed, opened or delivered")
  func irregularFiles() throws {
    let inbox = try TemporaryInbox()
    let root = inbox.path.text
    try inbox.makeDirectory("elsewhere")
    try inbox.write("elsewhere/a")
    #expect(symlink("../elsewhere/a", root + "/link") == 0)
    #expect(symlink("../elsewhere", root + "/folder") == 0)
    #expect(symlink("loop", root + "/loop") == 0)
    #expect(mknod(root + "/socket", S_IFSOCK | 0o644, 0) == 0)
    #expect(mkfifo(root + "/fifo", 0o644) == 0)
    // Opening a fifo to write returns when somebody opens it to read.
    let isOpened = Guarded(false)
    let queue = DispatchQueue(label: "test.writer")
    queue.async {
      let descriptor = open(root + "/fifo", O_WRONLY)
      isOpened.use { $0 = true }
      close(descriptor)
    }
    try watching(inbox) { watcher, delivered in
      #expect(eventually { watcher.facts.isIdle })
      #expect(watcher.facts.ignored == 5)
      #expect(watcher.facts.ignoredExample != nil)
      #expect(symlink("../elsewhere/a", root + "/link2") == 0)
      try inbox.write("inbox/file")
      #expect(eventually { delivered.paths == ["file"] && watcher.facts.ignored == 6 })
      #expect(!isOpened.use { $0 })
    }
    close(open(root + "/fifo", O_RDONLY | O_NONBLOCK))
    queue.sync {}
  }
}
