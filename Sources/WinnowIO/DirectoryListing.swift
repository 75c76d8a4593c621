import Glibc

/// One name in a directory, with what readdir(3) says it is.
package struct DirectoryEntry: Sendable {
  package let name: Path
  /// nil where the file system does not say, and stat(2) must.
  package let kind: FileStatus.Kind?
}

extension Directory {
  /// Hands over the names one at a time, in the kernel's order, `.` and `..` left out.
  ///
  /// A million names are never held at once. Names that come or go meanwhile may be seen or not. The
  /// body returns false to stop.
  package func forEachEntry<Failure: Error>(
    orElse wrap: (SystemError) -> Failure,
    _ body: (DirectoryEntry) throws(Failure) -> Bool
  ) throws(Failure) {
    // A second open file, so that two listings don't share one place in the directory.
    let own = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0, let stream = fdopendir(own) else {
      let refused = SystemError("open", path)
      if own >= 0 { close(own) }
      throw wrap(refused)
    }
    defer { closedir(stream) }
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw wrap(SystemError("readdir", path)) }
        return
      }
      let name = entryName(entry)
      if name == "." || name == ".." { continue }
      if try !body(DirectoryEntry(name: name, kind: entryKind(entry))) { return }
    }
  }

  /// Hands over the names one at a time; see above.
  package func forEachEntry(
    _ body: (DirectoryEntry) throws(SystemError) -> Bool
  ) throws(SystemError) {
    try forEachEntry(orElse: { $0 }, body)
  }
}

private func entryName(_ entry: UnsafeMutablePointer<dirent>) -> Path {
  // The name is as long as its NUL says, which may be more than the declared 256 bytes.
  let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
  let start = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: UInt8.self)
  return Path(bytes: UnsafeBufferPointer(start: start, count: strlen(start)))
}

private func entryKind(_ entry: UnsafeMutablePointer<dirent>) -> FileStatus.Kind? {
  switch Int(entry.pointee.d_type) {
  case Int(DT_UNKNOWN): nil
  case Int(DT_REG): .regular
  case Int(DT_DIR): .directory
  case Int(DT_LNK): .link
  default: .other
  }
}
