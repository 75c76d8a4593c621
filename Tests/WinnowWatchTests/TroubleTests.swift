import Dispatch
import Glibc
import Testing
import WinnowIO
import WinnowWatch

@testable import WinnowWatch

/// What goes wrong, and that no file is missed for it.
extension WatcherTests {
  @Test("Events lost to a full queue of the kernel lose no file")
  func overflow() throws {
    let inbox = try TemporaryInbox()
    let limit = try Directory(at: "/proc/sys/fs/inotify").open("max_queued_events")
      .read(at: 0, count: 64, "max_queued_events")
    let text = String(decoding: limit, as: UTF8.self).filter(\.isNumber)
    // Each file raises two events.
    let count = try #require(Int(text)) / 2 + 1_000
    try watching(inbox) { watcher, delivered in
      #expect(eventually { watcher.facts.isIdle })
      let gate = DispatchSemaphore(value: 0)
      InotifyTools.desk.async { gate.wait() }
      for number in 0..<count { try inbox.write(Path("inbox/\(number)")) }
      try inbox.makeDirectory("inbox/late")
      try inbox.write("inbox/late/one")
      gate.signal()
      #expect(eventually(within: 30) { delivered.paths.count == count + 1 })
      #expect(eventually { watcher.facts.overflows >= 1 })
      #expect(eventually { watcher.facts.isIdle })
      #expect(eventually { watcher.facts.watchedDirectories == 2 })
      try inbox.write("inbox/late/two")
      #expect(eventually { delivered.paths.contains("late/two") })
    }
  }

  @Test("An inbox removed and made again is missed, found, watched and scanned")
  func inboxMadeAgain() throws {
    let inbox = try TemporaryInbox()
    try inbox.makeDirectory("inbox/site")
    try watching(inbox) { watcher, delivered in
      #expect(eventually { watcher.facts.isIdle && watcher.facts.watchedDirectories == 2 })
      inbox.removeInbox()
      #expect(eventually { !watcher.facts.isInboxThere })
      #expect(watcher.facts.lastError?.contains("inbox: open: No such file") == true)
      try inbox.makeDirectory("inbox/site")
      try inbox.write("inbox/site/a")
      #expect(eventually { delivered.paths == ["site/a"] })
      #expect(eventually { watcher.facts.isIdle })
      #expect(watcher.facts.isInboxThere)
      #expect(watcher.facts.lastError == nil)
      #expect(watcher.facts.watchedDirectories == 2)
      try inbox.write("inbox/site/b")
      #expect(eventually(within: 1) { delivered.paths.contains("site/b") })
    }
  }

  @Test("An inbox that is another directory under the same path is watched instead")
  func inboxReplaced() throws {
    let inbox = try TemporaryInbox()
    try inbox.makeDirectory("other")
    try inbox.write("other/first")
    try watching(inbox) { watcher, delivered in
      #expect(eventually { watcher.facts.isIdle })
      try inbox.move("inbox", to: "away")
      try inbox.move("other", to: "inbox")
      #expect(eventually { delivered.paths == ["first"] })
      try inbox.write("away/none")
      try inbox.write("inbox/second")
      #expect(eventually { delivered.paths == ["first", "second"] })
      #expect(watcher.facts.watchedDirectories == 1)
    }
  }

  @Test("Events are read while a delivery blocks; more than can be remembered means a scan")
  func backPressure() throws {
    let inbox = try TemporaryInbox()
    let gate = DispatchSemaphore(value: 0)
    let deliveries = Guarded(0)
    let block: @Sendable (Arrival) -> Void = { _ in
      let isFirst = deliveries.use { count in
        count += 1
        return count == 1
      }
      if isFirst { gate.wait() }
    }
    try watching(inbox, onDelivery: block) { watcher, delivered in
      #expect(eventually { watcher.facts.isIdle })
      let count = Hints.limit + 500
      for number in 0..<count { try inbox.write(Path("inbox/\(number)")) }
      usleep(50_000)
      #expect(deliveries.use { $0 } == 1)
      gate.signal()
      #expect(eventually { delivered.paths.count == count })
      #expect(watcher.facts.overflows == 0)
      #expect(eventually { watcher.facts.scans == 2 })
    }
  }

  @Test("A file that was not taken comes again with the next scan")
  func notTaken() throws {
    let inbox = try TemporaryInbox()
    try inbox.write("inbox/a")
    watching(inbox, .scanning) { watcher, delivered in
      #expect(eventually { delivered.sizes("a").count == 2 })
    }
  }

  @Test("A second watcher of the process scans, and says why")
  func secondWatcher() throws {
    let (first, second) = (try TemporaryInbox(), try TemporaryInbox())
    let settings = WatchSettings(settle: 50_000_000, pollInterval: 50_000_000)
    try watching(first) { one, _ in
      #expect(eventually { one.facts.isIdle })
      try watching(second, settings) { watcher, delivered in
        #expect(eventually { watcher.facts.isIdle })
        try second.makeDirectory("inbox/site")
        try second.write("inbox/site/a")
        #expect(eventually { delivered.paths == ["site/a"] })
        #expect(watcher.facts.mode == .scan(reason: WatchError.taken.description))
        #expect(watcher.facts.watchedDirectories == 0)
        one.stop()
        #expect(eventually { watcher.facts.mode == .inotify })
      }
    }
  }

  @Test("No delivery comes after stop, and the library serves the next watcher")
  func stopAndNext() throws {
    let inbox = try TemporaryInbox()
    for round in 0..<3 {
      let delivered = Delivered()
      let watcher = Watcher(inbox: inbox.path, settings: .quick)
      watcher.start { delivered.note($0, in: inbox) }
      #expect(eventually { watcher.facts.isIdle })
      watcher.stop()
      try inbox.write(Path("inbox/\(round)"))
      usleep(20_000)
      #expect(!delivered.paths.contains(Path("\(round)")))
      #expect(watcher.facts.watchedDirectories == 0)
    }
  }

  @Test("The library's descriptor is not inherited by other programs")
  func closeOnExec() throws {
    let inbox = try TemporaryInbox()
    watching(inbox) { watcher, _ in
      #expect(eventually { watcher.facts.isIdle })
      let flags = (3..<1024).filter { descriptor in
        var target = [CChar](repeating: 0, count: 64)
        readlink("/proc/self/fd/\(descriptor)", &target, 63)
        return target.starts(with: "anon_inode:inotify".utf8.map { CChar($0) })
      }.map { fcntl($0, F_GETFD) }
      #expect(flags == [FD_CLOEXEC])
    }
  }
}
