import Foundation
import Testing

private let environment = ProcessInfo.processInfo.environment

/// Long runs with figures; `make soak` and `make figures` ask for them.
@Suite(.serialized) struct SoakTests {
  @Test(
    "Killed at random moments while files arrive, the daemon loses nothing and stores nothing twice",
    .enabled(if: environment["WINNOW_SOAK"] != nil)
  )
  func killedAtRandom() throws {
    let kills = Int(environment["WINNOW_SOAK"] ?? "") ?? 200
    let program = try Program(settings: "segment_bytes = \"1MiB\"\ncompress = \"zstd\"\n")
    var dropped = 0
    for kill in 1...kills {
      try program.start()
      let end = Date(timeIntervalSinceNow: Double.random(in: 0.01...0.4))
      while Date() < end {
        try program.drop(Article.text(dropped), as: "site\(dropped % 7)/\(dropped).txt")
        dropped += 1
      }
      program.stop(SIGKILL)
      if kill % 50 == 0 { print("\(kill) kills, \(dropped) files") }
    }
    try program.start()
    #expect(eventually(within: 120) { program.files(in: "done").count == dropped })
    #expect(program.stop() == 0)
    let verified = try program.run("verify")
    print("after \(kills) kills: \(verified.text)", terminator: "")
    #expect(verified.status == 0, "\(verified.errors.prefix(2000))")
    #expect(verified.text.hasPrefix("\(dropped) records in "))
  }

  @Test(
    "Every file that is dropped while the daemon runs is stored once, and memory stays flat",
    .enabled(if: environment["WINNOW_FIGURES"] != nil),
    arguments: [1000, 10_000, 100_000]
  )
  func many(count: Int) throws {
    let program = try Program()
    let process = try program.start()
    #expect(eventually { FileManager.default.fileExists(atPath: program.store.path) })
    let start = Date()
    var peak = 0
    for number in 0..<count {
      try program.drop(Article.text(number), as: "\(number).txt")
      if number % 5000 == 0 { peak = max(peak, process.residentMegabytes) }
    }
    #expect(
      eventually(within: 600) {
        peak = max(peak, process.residentMegabytes)
        usleep(100_000)
        return lines(program) == count
      }
    )
    let took = Date().timeIntervalSince(start)
    print("\(count) files: \(Int(Double(count) / took)) a second, at most \(peak) MB resident")
    #expect(program.stop() == 0)
    #expect(try program.run("verify").text.hasPrefix("\(count) records in "))
    #expect(peak < 100)
  }

  @Test(
    "A day's load in one run: memory and descriptors stay flat",
    .enabled(if: environment["WINNOW_LOAD"] != nil)
  )
  func load() throws {
    let count = Int(environment["WINNOW_LOAD"] ?? "") ?? 300_000
    let settings = "after = \"delete\"\nsegment_bytes = \"16MiB\"\ncompress = \"zstd\"\n"
    let program = try Program(settings: settings)
    let process = try program.start()
    #expect(eventually { FileManager.default.fileExists(atPath: program.store.path) })
    let start = Date()
    var (samples, total, dropped) = ([(megabytes: Int, descriptors: Int)](), 0, 0)
    let tenth = count / 10
    while dropped < count {
      for _ in 0..<min(1000, count - dropped) {
        try program.drop(Article.text(dropped), as: "site\(dropped % 50)/\(dropped).txt")
        dropped += 1
      }
      // No more than some thousands wait, so that each round is alike.
      #expect(eventually(within: 120) { Census.count(program.inbox.path + "/site0") < 40 })
      samples.append((process.residentMegabytes, descriptors(process)))
      if dropped / tenth > total {
        total = dropped / tenth
        let (megabytes, descriptors) = samples[samples.count - 1]
        let seconds = Int(Date().timeIntervalSince(start))
        print(
          "\(dropped) files, \(seconds) s: \(megabytes) MB resident, \(descriptors) descriptors"
        )
      }
    }
    #expect(
      eventually(within: 120) {
        program.files(in: "inbox").isEmpty && program.files(in: "claimed").isEmpty
      }
    )
    let rate = Int(Double(count) / Date().timeIntervalSince(start))
    #expect(process.isRunning)
    #expect(program.stop() == 0)
    let verified = try program.run("verify")
    print("\(count) files, \(rate) a second: \(verified.text)", terminator: "")
    #expect(verified.status == 0 && verified.text.hasPrefix("\(count) records in "))
    // Caches fill in the first third; after that nothing may grow.
    let early = samples[(samples.count / 6)..<(samples.count / 2)]
    let late = samples[(samples.count / 2)...]
    let (before, after) = (early.map(\.megabytes).max() ?? 0, late.map(\.megabytes).max() ?? 0)
    print("at most \(before) MB in the first half, \(after) MB in the second")
    #expect(after <= before + before / 10)
    #expect(late.allSatisfy { $0.descriptors <= 40 })
  }

  private func descriptors(_ process: Process) -> Int {
    let folder = "/proc/\(process.processIdentifier)/fd"
    return (try? FileManager.default.contentsOfDirectory(atPath: folder).count) ?? 0
  }

  @Test(
    "A million names in one directory are worked off in less than 100 MB",
    .enabled(if: environment["WINNOW_FIGURES"] != nil)
  )
  func million() throws {
    // In memory: a disk takes half an hour to remove a million files again.
    let program = try Program(in: URL(filePath: "/dev/shm"))
    let count = 1_000_000
    for number in 0..<count {
      // The bytes are few and mostly the same: what counts here is the number of names.
      let file = open(program.inbox.path + "/\(number).txt", O_CREAT | O_WRONLY, 0o644)
      _ = "file \(number % 1000)\n".withCString { write(file, $0, strlen($0)) }
      close(file)
    }
    let start = Date()
    let process = try program.start()
    var peak = 0
    while Date().timeIntervalSince(start) < 60 {
      peak = max(peak, process.residentMegabytes)
      usleep(200_000)
    }
    let left = Census.count(program.inbox.path)
    print("a million names: \(count - left) worked off in 60 s, at most \(peak) MB resident")
    #expect(left < count)
    #expect(peak < 100)
  }

  @Test(
    "A file is in the store soon after it is closed",
    .enabled(if: environment["WINNOW_FIGURES"] != nil)
  )
  func latency() throws {
    let program = try Program()
    try program.start()
    #expect(eventually { FileManager.default.fileExists(atPath: program.store.path) })
    let store = program.store.appending(path: "records.jsonl").path
    var size = 0
    var times: [Double] = []
    for number in 0..<1000 {
      try program.drop(Article.text(number), as: "\(number).txt")
      let closed = DispatchTime.now()
      var status = stat()
      repeat {
        usleep(50)
        stat(store, &status)
      } while Int(status.st_size) == size && DispatchTime.now() < closed + 5
      size = Int(status.st_size)
      let nanoseconds = DispatchTime.now().uptimeNanoseconds - closed.uptimeNanoseconds
      times.append(Double(nanoseconds) / 1_000_000)
      usleep(10_000)
    }
    times.sort()
    let (median, late) = (times[500], times[990])
    print("close to line: median \(median) ms, 99th percentile \(late) ms")
    #expect(lines(program) == 1000)
  }

  private func lines(_ program: Program) -> Int {
    let path = program.store.appending(path: "records.jsonl").path
    guard let bytes = FileManager.default.contents(atPath: path) else { return 0 }
    return bytes.count { $0 == 0x0A }
  }
}

/// A short article of its own for every number.
enum Article {
  static func text(_ number: Int) -> String {
    """
    Skip to content
    Bridge number \(number) opens

    Bridge \(number) over the river was opened on Monday after two years of work, the mayor said.

    It is open to walkers and cyclists from today, and to buses from the first of next month on.

    Share this article:

    """
  }
}

/// Counts names without holding them.
private enum Census {
  static func count(_ path: String) -> Int {
    guard let directory = opendir(path) else { return 0 }
    defer { closedir(directory) }
    var count = 0
    while readdir(directory) != nil { count += 1 }
    return count - 2
  }
}
