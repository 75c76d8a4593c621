import Testing
import WinnowIO
import WinnowQueue

@Suite struct RetryTests {
  @Test("A claim put off comes back after a delay that doubles up to its limit")
  func retries() throws {
    let box = try TemporarySpool()
    let claim = try box.claim("a")
    let times = Guarded([Int64]())
    let postponed = Guarded<RetrySchedule?>(nil)
    let schedule = RetrySchedule(first: 10_000_000, longest: 40_000_000) { claim in
      let count = times.use { times in
        times.append(Clock.monotonic)
        return times.count
      }
      #expect(claim.delays == count)
      if count < 4 { postponed.use { $0?.postpone(claim) } }
    }
    postponed.use { $0 = schedule }
    let start = Clock.monotonic
    schedule.postpone(claim)
    #expect(eventually { times.use { $0.count } == 4 })
    let all = [start] + times.use { $0 }
    for (gap, wanted) in zip(zip(all, all.dropFirst()), [10, 20, 40, 40] as [Int64]) {
      #expect(gap.1 - gap.0 >= wanted * 1_000_000)
    }
    #expect(eventually { schedule.count == 0 })
    schedule.postpone(claim)
    #expect(schedule.count == 1)
    schedule.stop()
    #expect(schedule.count == 0)
    #expect(box.files("claimed") == ["a"])
    postponed.use { $0 = nil }
  }
}
