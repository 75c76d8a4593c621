import Glibc
import Testing
import WinnowIO
import WinnowWatch

/// All that touches the library is in this one suite: it is one global of the process.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct WatcherTests {
  @Test("What is there at the start is delivered, at any depth")
  func startUpScan() throws {
    let inbox = try TemporaryInbox()
    try inbox.makeDirectory("inbox/site/2024/05")
    let names: Set<Path> = ["a.txt", "site/b.txt", "site/2024/05/c"]
    for name in names { try inbox.write(Path("inbox").appending(name)) }
    watching(inbox) { watcher, delivered in
      #expect(eventually { delivered.paths == names })
      #expect(eventually { watcher.facts.isIdle })
      #expect(watcher.facts.mode == .inotify)
      #expect(watcher.facts.watchedDirectories == 4)
      #expect(watcher.facts.scans == 1)
      #expect(watcher.facts.lastError == nil)
    }
  }

  @Test("A file closed, moved in or linked in is delivered without a scan")
  func arrivals() throws {
    let inbox = try TemporaryInbox()
    try inbox.write("beside")
    try inbox.write("before")
    try watching(inbox) { watcher, delivered in
      #expect(eventually { watcher.facts.isIdle })
      try inbox.write("inbox/closed")
      try inbox.move("before", to: "inbox/moved")
      try inbox.link("beside", to: "inbox/linked")
      #expect(eventually { delivered.paths == ["closed", "moved", "linked"] })
      #expect(watcher.facts.scans == 1)
    }
  }

  @Test("A file dropped into a directory that was made this moment is not missed")
  func directoriesMadeLater() throws {
    let inbox = try TemporaryInbox()
    try watching(inbox) { watcher, delivered in
      #expect(eventually { watcher.facts.isIdle })
      var names: Set<Path> = []
      for number in 0..<200 {
        let folder = Path(number % 2 == 0 ? "d\(number)" : "d\(number)/x/y")
        try inbox.makeDirectory(Path("inbox").appending(folder))
        for file in 0..<4 {
          let name = folder.appending(Path("f\(file)"))
          names.insert(name)
          try inbox.write(Path("inbox").appending(name))
        }
      }
      #expect(eventually { delivered.paths == names })
      #expect(watcher.facts.scans == 1)
      #expect(watcher.facts.watchedDirectories == 401)
    }
  }

  @Test("A directory moved in brings what lies below it")
  func directoryMovedIn() throws {
    let inbox = try TemporaryInbox()
    try inbox.makeDirectory("beside/deep/er")
    try inbox.write("beside/deep/er/old")
    try watching(inbox) { watcher, delivered in
      #expect(eventually { watcher.facts.isIdle })
      try inbox.move("beside", to: "inbox/site")
      #expect(eventually { delivered.paths == ["site/deep/er/old"] })
      try inbox.write("inbox/site/deep/er/new")
      #expect(eventually { delivered.paths.contains("site/deep/er/new") })
    }
  }

  @Test("After a rename of a directory its files come under the new path")
  func directoryRenamed() throws {
    let inbox = try TemporaryInbox()
    try inbox.makeDirectory("inbox/old/below")
    try watching(inbox) { watcher, delivered in
      #expect(eventually { watcher.facts.isIdle })
      try inbox.move("inbox/old", to: "inbox/new")
      try inbox.write("inbox/new/a")
      try inbox.write("inbox/new/below/b")
      #expect(eventually { delivered.paths == ["new/a", "new/below/b"] })
      #expect(watcher.facts.watchedDirectories == 3)
      #expect(watcher.facts.scans == 1)
    }
  }

  @Test("A directory that left the inbox is not watched after the next scan, and rings no more")
  func directoryMovedOut() throws {
    let inbox = try TemporaryInbox()
    try inbox.makeDirectory("inbox/site/below")
    try watching(inbox, .scanning) { watcher, delivered in
      #expect(eventually { watcher.facts.isIdle })
      try inbox.move("inbox/site", to: "outside")
      try inbox.write("outside/below/a")
      let scans = watcher.facts.scans
      #expect(eventually { watcher.facts.scans > scans + 1 })
      #expect(watcher.facts.watchedDirectories == 1)
      #expect(delivered.paths.isEmpty)
      try inbox.move("outside", to: "inbox/back")
      #expect(eventually { delivered.paths == ["back/below/a"] })
      #expect(watcher.facts.watchedDirectories == 3)
    }
  }

  @Test("A directory removed and made again is watched again")
  func directoryMadeAgain() throws {
    let inbox = try TemporaryInbox()
    try watching(inbox) { watcher, delivered in
      for round in 0..<50 {
        try inbox.makeDirectory("inbox/site")
        try inbox.write(Path("inbox/site/\(round)"))
        #expect(eventually { delivered.paths.contains(Path("site/\(round)")) })
        TemporaryInbox.removeTree(inbox.path.appending("site"))
      }
      #expect(watcher.facts.scans == 1)
      #expect(eventually { watcher.facts.watchedDirectories == 1 })
    }
  }
}
