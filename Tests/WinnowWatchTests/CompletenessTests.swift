import Glibc
import Testing
import WinnowIO
import WinnowWatch

/// Only whole files are delivered.
extension WatcherTests {
  @Test("A file is not delivered while its writer has it, however slow")
  func slowWriter() throws {
    let inbox = try TemporaryInbox()
    try watching(inbox, .scanning) { watcher, delivered in
      #expect(eventually { watcher.facts.isIdle })
      do {
        let file = try inbox.open("inbox/slow")
        for _ in 0..<5 {
          try file.writeAll(Array("line\n".utf8), "slow")
          usleep(80_000)
        }
        #expect(eventually { watcher.facts.settling == 1 })
        #expect(delivered.paths.isEmpty)
      }
      #expect(eventually { !delivered.paths.isEmpty })
      #expect(delivered.sizes("slow").allSatisfy { $0 == 25 })
    }
  }

  @Test("A file renamed while it is open comes under its last name, when it is closed")
  func renamedWhileOpen() throws {
    let inbox = try TemporaryInbox()
    try watching(inbox) { watcher, delivered in
      do {
        let file = try inbox.open("inbox/.hidden")
        try file.writeAll(Array("one".utf8), "hidden")
        try inbox.move("inbox/.hidden", to: "inbox/first")
        try inbox.move("inbox/first", to: "inbox/last")
        usleep(150_000)
        #expect(delivered.paths.isEmpty)
        try file.writeAll(Array("two".utf8), "hidden")
      }
      #expect(eventually { delivered.paths == ["last"] })
      #expect(delivered.sizes("last").allSatisfy { $0 == 6 })
    }
  }

  @Test("A nameless file that gets its name while open is delivered once it is closed")
  func namelessFile() throws {
    let inbox = try TemporaryInbox()
    try watching(inbox) { watcher, delivered in
      #expect(eventually { watcher.facts.isIdle })
      do {
        let descriptor = open(inbox.path.text, 0o20200000 | O_WRONLY, 0o644)
        try #require(descriptor >= 0)
        let file = OwnedDescriptor(owning: descriptor)
        try file.writeAll(Array("text".utf8), "nameless")
        let link = linkat(
          AT_FDCWD,
          "/proc/self/fd/\(descriptor)",
          AT_FDCWD,
          inbox.path.text + "/named",
          AT_SYMLINK_FOLLOW
        )
        #expect(link == 0)
        usleep(150_000)
        #expect(delivered.paths.isEmpty)
      }
      #expect(eventually { delivered.paths == ["named"] })
    }
  }

  @Test("An empty file must be still for a while: it may be made first and written later")
  func emptyFiles() throws {
    let inbox = try TemporaryInbox()
    let settings = WatchSettings(settle: 300_000_000)
    try watching(inbox, settings) { watcher, delivered in
      #expect(eventually { watcher.facts.isIdle })
      let start = Clock.monotonic
      try inbox.write("inbox/empty", "")
      try inbox.write("inbox/later", "")
      usleep(50_000)
      #expect(delivered.paths.isEmpty)
      try inbox.write("inbox/later", "text")
      #expect(eventually { delivered.paths == ["empty", "later"] })
      #expect(Clock.monotonic - start >= 300_000_000)
      #expect(delivered.sizes("later") == [4])
      #expect(delivered.sizes("empty") == [0])
    }
  }

  @Test("More empty files than can wait at once are all delivered by one scan")
  func manyUnsureFiles() throws {
    let inbox = try TemporaryInbox()
    for number in 0..<5_000 { try inbox.write(Path("inbox/\(number)"), "") }
    watching(inbox) { watcher, delivered in
      #expect(eventually { delivered.paths.count == 5_000 })
      #expect(eventually { watcher.facts.isIdle })
      #expect(watcher.facts.scans == 1)
    }
  }

  @Test(
    "A file that may not be read is delivered too, once it is still",
    .enabled(if: geteuid() != 0)
  )
  func unreadableFile() throws {
    let inbox = try TemporaryInbox()
    try inbox.write("inbox/secret")
    chmod(inbox.path.text + "/secret", 0)
    watching(inbox) { _, delivered in
      #expect(eventually { delivered.paths == ["secret"] })
    }
  }
}
