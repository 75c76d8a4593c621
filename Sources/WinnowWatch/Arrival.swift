import WinnowIO

/// A file in the inbox that is believed complete, ready to be claimed.
package struct Arrival: Hashable, Sendable {
  /// Where it lies, relative to the inbox.
  package let path: Path

  package init(path: Path) { self.path = path }
}
