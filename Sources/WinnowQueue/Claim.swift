import WinnowIO

/// A file that one worker has, until it is settled.
package struct Claim: Sendable {
  let spool: Spool
  /// Where it lay in the inbox, and lies among the claimed files.
  package let path: Path
  /// Bytes, when it was claimed.
  package let size: Int
  /// How often it was put off.
  package var delays = 0

  init(spool: Spool, path: Path, size: Int) {
    self.spool = spool
    self.path = path
    self.size = size
  }

  /// The name without its directories.
  package var name: Path { path.name }

  /// The directory it lies in; opened anew, for a thousand claims must not hold as many descriptors.
  package func directory() throws(SystemError) -> Directory {
    try spool.claimed.below(path.parent)
  }
}
