import Dispatch
import Glibc
import Testing
import WinnowIO
import WinnowQueue

@Suite struct ClaimReadingTests {
  @Test("A file is read whole, also an empty one and one of exactly the limit")
  func whole() throws {
    let box = try TemporarySpool()
    #expect(try box.claim("a", "text").read(maxBytes: 4) == Array("text".utf8))
    #expect(try box.claim("b", "").read(maxBytes: 4) == [])
  }

  @Test("A file that somebody took away is given up, alone or with its directory")
  func gone() throws {
    let box = try TemporarySpool()
    let claim = try box.claim("site/a")
    try claim.directory().remove("a")
    #expect(throws: Verdict.gone) { try claim.read(maxBytes: 4) }
    try box.spool.claimed.removeDirectory("site")
    #expect(throws: Verdict.gone) { try claim.read(maxBytes: 4) }
  }

  @Test("A file over the limit is quarantined, with both numbers")
  func tooLarge() throws {
    let box = try TemporarySpool()
    let claim = try box.claim("a", "12345")
    let reason = QuarantineReason("too large", detail: "5 bytes, at most 4 wanted")
    #expect(throws: Verdict.quarantined(reason)) { try claim.read(maxBytes: 4) }
  }

  @Test("A file that somebody has open for writing is put off until it is closed")
  func written() throws {
    let box = try TemporarySpool()
    let claim = try box.claim("a")
    do {
      let writer = try claim.directory().open("a", O_WRONLY)
      #expect(throws: Verdict.later("somebody is writing to it")) {
        try claim.read(maxBytes: 100)
      }
      try writer.writeAll(Array("TEXT!".utf8), "a")
    }
    #expect(try claim.read(maxBytes: 100) == Array("TEXT!".utf8))
  }

  @Test("What is no regular file is quarantined and never opened")
  func irregular() throws {
    let box = try TemporarySpool()
    for name in ["link", "fifo"] as [Path] {
      let claim = try box.claim(name)
      try claim.directory().remove(name)
      let place = box.parent.text + "/claimed/" + name.text
      if name == "link" { symlink("/etc/passwd", place) } else { mkfifo(place, 0o600) }
      let verdict = #expect(throws: Verdict.self) { try claim.read(maxBytes: 100) }
      guard case .quarantined(let reason)? = verdict else {
        Issue.record("\(name): \(String(describing: verdict))")
        continue
      }
      #expect(reason.reason == "not a regular file")
    }
  }

  @Test("A file that changes while it is read is never taken for whole")
  func changing() throws {
    let box = try TemporarySpool()
    let half = String(repeating: "a", count: 200_000)
    let claim = try box.claim("a", half)
    let directory = try claim.directory()
    let stop = DispatchSemaphore(value: 0)
    let done = DispatchSemaphore(value: 0)
    DispatchQueue(label: "test.writer").async {
      // All bytes are one letter: a mix of two letters would be two versions of the file.
      var letter = UInt8(ascii: "b")
      while stop.wait(timeout: .now()) == .timedOut {
        let bytes = [UInt8](repeating: letter, count: 200_000)
        if let file = try? directory.open("a", O_WRONLY) { _ = file.write(bytes[...], "a") }
        letter = letter == UInt8(ascii: "b") ? UInt8(ascii: "c") : UInt8(ascii: "b")
      }
      done.signal()
    }
    var delays = 0
    let deadline = Clock.monotonic + 10_000_000_000
    while delays < 20 && Clock.monotonic < deadline {
      do throws(Verdict) {
        let bytes = try claim.read(maxBytes: 1 << 20)
        #expect(Set(bytes).count == 1)
      } catch {
        if case .later = error { delays += 1 }
      }
    }
    stop.signal()
    done.wait()
    #expect(delays > 0)
  }
}
