import WinnowIO

/// The files that are looked at again: bounded, each with the time of its next look.
struct Settling {
  private struct Candidate {
    /// How it looked when it began to be still; nil while somebody writes.
    var status: FileStatus?
    var since: Int64
    var next: Int64
    var delay: Int64
  }

  static let limit = 4_096
  /// A file that stays open is looked at less and less often, for its closing rings.
  private static let longestDelay = 16

  private let settle: Int64
  private var candidates: [Path: Candidate] = [:]
  /// No candidate is due before this time of the monotonic clock.
  private(set) var nextLook = Int64.max

  init(settle: Int64) { self.settle = settle }

  var count: Int { candidates.count }
  var isFull: Bool { candidates.count >= Self.limit }

  func contains(_ place: Path) -> Bool { candidates[place] != nil }

  /// Notes that a file looks so; returns whether it has looked so for long enough.
  mutating func isStill(_ place: Path, _ status: FileStatus, now: Int64) -> Bool {
    if let known = candidates[place], known.status == status {
      if now - known.since >= settle {
        remove(place)
        return true
      }
      schedule(place, known, at: known.since + settle)
    } else {
      let fresh = Candidate(status: status, since: now, next: 0, delay: settle)
      schedule(place, fresh, at: now + settle)
    }
    return false
  }

  /// Notes that somebody writes to a file.
  mutating func isWritten(_ place: Path, now: Int64) {
    var candidate = Candidate(status: nil, since: now, next: 0, delay: settle)
    if let known = candidates[place], known.status == nil {
      candidate.delay = min(known.delay * 2, settle * Int64(Self.longestDelay))
    }
    schedule(place, candidate, at: now + candidate.delay)
  }

  mutating func remove(_ place: Path) { candidates[place] = nil }

  mutating func removeAll() { self = Settling(settle: settle) }

  /// The files whose next look is due.
  mutating func due(now: Int64) -> [Path] {
    guard now >= nextLook else { return [] }
    nextLook = .max
    var due: [Path] = []
    for (place, candidate) in candidates {
      if candidate.next <= now {
        due.append(place)
      } else {
        nextLook = min(nextLook, candidate.next)
      }
    }
    return due
  }

  private mutating func schedule(_ place: Path, _ candidate: Candidate, at time: Int64) {
    var candidate = candidate
    candidate.next = time
    candidates[place] = candidate
    nextLook = min(nextLook, time)
  }
}
