import CLinux
import Glibc

/// A file descriptor that is closed exactly once, when its owner lets go of it.
package struct OwnedDescriptor: ~Copyable, Sendable {
  package let raw: CInt

  /// Takes over a descriptor that nobody else closes.
  package init(owning raw: CInt) { self.raw = raw }

  deinit { _ = close(raw) }

  package func status(_ path: Path) throws(SystemError) -> FileStatus {
    var answer = stat()
    try checked("fstat", path) { fstat(raw, &answer) }
    return FileStatus(answer)
  }

  /// Reads from the current place to the end, at most `limit` bytes.
  package func readAll(limit: Int, expected: Int, _ path: Path) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: min(limit, expected + 1))
    var count = 0
    while true {
      if count == bytes.count {
        if count >= limit { break }
        bytes.append(contentsOf: repeatElement(0, count: min(limit - count, max(4096, count))))
      }
      let space = bytes.count - count
      let got = try bytes.withUnsafeMutableBufferPointer { buffer throws(SystemError) in
        try checked("read", path) { Glibc.read(raw, buffer.baseAddress.map { $0 + count }, space) }
      }
      if got == 0 { break }
      count += got
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// Reads up to `count` bytes at `offset`; fewer only at the end of the file.
  package func read(
    at offset: Int,
    count: Int,
    _ path: Path
  ) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = try bytes.withUnsafeMutableBufferPointer { buffer throws(SystemError) in
        try checked("pread", path) {
          pread(raw, buffer.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
        }
      }
      if got == 0 { break }
      done += got
    }
    bytes.removeLast(count - done)
    return bytes
  }

  /// Writes bytes at the current place, and says how many were taken before the kernel refused.
  package func write(
    _ bytes: ArraySlice<UInt8>,
    _ path: Path
  ) -> (written: Int, refused: SystemError?) {
    var written = 0
    do throws(SystemError) {
      while written < bytes.count {
        let rest = bytes.dropFirst(written)
        written += try rest.withUnsafeBufferPointer { buffer throws(SystemError) in
          try checked("write", path) { Glibc.write(raw, buffer.baseAddress, buffer.count) }
        }
      }
      return (written, nil)
    } catch {
      return (written, error)
    }
  }

  /// Writes all of the bytes at the current place.
  package func writeAll(_ bytes: [UInt8], _ path: Path) throws(SystemError) {
    if let refused = write(bytes[...], path).refused { throw refused }
  }

  /// Returns once the file's bytes and size are on the disk.
  ///
  /// A failure must not be tried again: the kernel may have dropped the pages and the next call would
  /// say that all is well.
  package func syncBytes(_ path: Path) throws(SystemError) {
    try checked("fdatasync", path) { fdatasync(raw) }
  }

  /// Reserves room for bytes to come, so that a full disk is met before a line is half written.
  ///
  /// A file system that can't reserve is no error.
  package func reserve(
    offset: Int,
    length: Int,
    _ path: Path
  ) throws(SystemError) {
    do throws(SystemError) {
      try checked("fallocate", path) { winnow_reserve(raw, off_t(offset), off_t(length)) }
    } catch  where error.code == EOPNOTSUPP || error.code == ENOSYS {
    }
  }

  package func truncate(to size: Int, _ path: Path) throws(SystemError) {
    try checked("ftruncate", path) { ftruncate(raw, off_t(size)) }
  }

  /// Whether any process holds the file open for writing; nil where the kernel can't say (the file
  /// is another user's, or the file system has no leases).
  package func hasWriter() -> Bool? {
    if winnow_probe_writers(raw) == 0 { return false }
    return errno == EAGAIN ? true : nil
  }

  /// Takes an exclusive lock on the file, if nobody else has it (flock(2)).
  package func tryLock() -> Bool { flock(raw, LOCK_EX | LOCK_NB) == 0 }
}

extension OwnedDescriptor {
  private static let step = 1 << 20

  /// Copies all bytes into a new file, and returns once `sync` has brought them to the disk.
  package func copyAll(
    _ source: Path,
    to target: Directory,
    as name: Path,
    sync: (CInt) -> CInt = { fdatasync($0) }
  ) throws(SystemError) {
    let place = target.path.appending(name)
    let copy = try target.createAnew(name)
    var offset = 0
    while true {
      let bytes = try read(at: offset, count: Self.step, source)
      try copy.writeAll(bytes, place)
      offset += bytes.count
      if bytes.count < Self.step { break }
    }
    try checked("fdatasync", place) { sync(copy.raw) }
  }
}

extension OwnedDescriptor {
  /// Opens a file that a person named; links are followed, as in any command.
  package init(at path: Path, _ flags: CInt = O_RDONLY) throws(SystemError) {
    self.init(
      owning: try path.withCString { name throws(SystemError) in
        try checked("open", path) { open(name, flags | O_CLOEXEC) }
      }
    )
  }
}
