import WinnowIO

/// Names of files that somebody is still making, and of what nobody is meant to see.
package enum WaitingNames {
  private static let endings = [".part", ".partial", ".tmp", ".swp", "~", ".crdownload"]
    .map { Array($0.utf8) }

  /// Whether a file or directory of this name is left alone until it has another.
  ///
  /// `.nfs*`, the names of files deleted while open, are hidden as any name with a dot first.
  package static func wait(_ name: Path) -> Bool {
    if name.bytes.first == UInt8(ascii: ".") { return true }
    return endings.contains {
      name.bytes.count >= $0.count && name.bytes.suffix($0.count) == $0[...]
    }
  }
}
