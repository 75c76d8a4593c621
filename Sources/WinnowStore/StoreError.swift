import Glibc
import WinnowIO

/// Why the store can't do what it was asked: one line with the path and what was wanted.
package enum StoreError: Error, Equatable, CustomStringConvertible {
  /// The kernel refused a call.
  case refused(SystemError, wanted: String)
  /// Another process writes to this store; it is named by pid and command where they are known.
  case inUse(Path, holder: String)
  /// What lies where a segment should be is a link, a directory or a device.
  case notRegular(Path)
  /// SQLite refused.
  case ledger(Path, reason: String, wanted: String)
  /// A compressed segment can't be read any further.
  case damaged(Path, reason: String)
  /// No record stands where one was looked for.
  case noRecord(Path, offset: Int)
  /// Another program moved or changed the active segment.
  case disturbed(Path, reason: String)
  /// A line that is not one sealed record with that id.
  case notRecord(reason: String)
  /// Nothing can be stored until what the sentence says is over.
  case waiting(String)
  /// The store has been closed.
  case closed(Path)

  package var description: String {
    switch self {
    case .refused(let error, let wanted): "\(error); wanted to \(wanted)"
    case .inUse(let path, let holder): "\(path): locked by \(holder); a store has one writer"
    case .notRegular(let path): "\(path): not a regular file; wanted a segment of the store"
    case .ledger(let path, let reason, let wanted): "\(path): \(reason); wanted to \(wanted)"
    case .damaged(let path, let reason): "\(path): \(reason); wanted to decompress it"
    case .noRecord(let path, let offset): "\(path): no whole record at byte \(offset)"
    case .disturbed(let path, let reason):
      "\(path): \(reason); wanted to append to it, and only winnow may change it"
    case .notRecord(let reason): "a line was refused: \(reason); wanted one sealed record"
    case .waiting(let sentence): sentence
    case .closed(let path): "\(path): the store is closed; wanted to append to it"
    }
  }
}

extension StoreError {
  /// Whether trying again may help.
  var mayPass: Bool {
    switch self {
    case .refused(let error, _): error.mayPass
    case .ledger: true
    default: false
    }
  }

  /// Whether it is over as soon as somebody makes room.
  package var isFullDisk: Bool {
    switch self {
    case .refused(let error, _): error.isFullDisk
    case .ledger(_, let reason, _): reason == LedgerOpening.fullDisk
    default: false
    }
  }
}

/// Tells what a refused system call was wanted for.
func wanting<Answer: ~Copyable>(
  _ wanted: String,
  _ body: () throws(SystemError) -> Answer
) throws(StoreError) -> Answer {
  do throws(SystemError) { return try body() } catch { throw .refused(error, wanted: wanted) }
}
