import WinnowIO

/// A file that one worker has, until it is settled.
package struct Claim: Sendable {
  let spool: Spool
  /// Where it lay in the inbox, and lies among the claimed files.
  package let path: Path
  /// Bytes, when it was claimed.
  package let size: Int
  /// When it came into the inbox or was last changed there, in nanoseconds since 1970.
  package let arrived: Int64
  /// How often it was put off.
  package var delays = 0

  init(spool: Spool, path: Path, size: Int, arrived: Int64) {
    self.spool = spool
    self.path = path
    self.size = size
    self.arrived = arrived
  }

  /// The name without its directories.
  package var name: Path { path.name }

  /// The directory it lies in; opened anew, for a thousand claims must not hold as many descriptors.
  package func directory() throws(SystemError) -> Directory {
    try spool.claimed.below(path.parent)
  }
}
