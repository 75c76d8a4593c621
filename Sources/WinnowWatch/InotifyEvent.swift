import Glibc
import WinnowIO

/// One event, copied out of the library's memory.
struct InotifyEvent: Sendable {
  /// What an event can say that somebody asks about.
  enum Meaning { case overflow, watchGone, unmounted, directory }

  /// The watch it belongs to; -1 when the kernel's queue ran over.
  let watch: CInt
  let mask: UInt32
  /// The name in the watched directory; empty when the event is about the directory itself.
  let name: Path

  func says(_ meaning: Meaning) -> Bool {
    let bit =
      switch meaning {
      case .overflow: UInt32(IN_Q_OVERFLOW)
      case .watchGone: UInt32(IN_IGNORED)
      case .unmounted: UInt32(IN_UNMOUNT)
      case .directory: UInt32(IN_ISDIR)
      }
    return mask & bit != 0
  }
}
