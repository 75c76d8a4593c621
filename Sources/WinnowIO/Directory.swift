import CLinux
import Glibc

/// An open directory: what lies below it is reached from its descriptor, and never through a link.
///
/// Every name is looked up with openat(2) and O_NOFOLLOW, so renaming or linking directories under
/// a running winnow can't lead it out of its tree.
package final class Directory: Sendable {
  package let descriptor: CInt
  /// Where it was when it was opened: for messages only.
  package let path: Path

  private init(descriptor: CInt, path: Path) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// Opens the directory at a path that the administrator chose; links in it are followed.
  package convenience init(at path: Path) throws(SystemError) {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    let descriptor = try path.withCString { name throws(SystemError) in
      try checked("open", path) { Glibc.open(name, flags) }
    }
    self.init(descriptor: descriptor, path: path)
  }

  /// Opens the directory at a path, making what is missing of it, the last of it with a mode before
  /// the umask.
  package convenience init(making path: Path, mode: mode_t = 0o777) throws(SystemError) {
    var made = Path(bytes: path.bytes.first == UInt8(ascii: "/") ? [UInt8(ascii: "/")] : [])
    let names = path.names
    for (index, name) in names.enumerated() {
      made = made.appending(name)
      let step = made
      let mode = index == names.count - 1 ? mode : 0o777
      do throws(SystemError) {
        try step.withCString { name throws(SystemError) in
          try checked("mkdir", step) { mkdir(name, mode) }
        }
      } catch  where error.code == EEXIST || error.code == EROFS || error.code == EACCES {
        // There already, or the open below tells what is wrong.
      }
    }
    try self.init(at: path)
  }

  /// Opens a directory below this one, name by name; an empty path is this directory again.
  package func directory(_ below: Path) throws(SystemError) -> Directory {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    var current = try openNext(self, ".", flags)
    for name in below.names { current = try openNext(current, name, flags) }
    return current
  }

  /// Opens a directory below this one, making what is missing of it.
  ///
  /// Where it must be durable, it returns once the disk has the names that lead to it.
  package func makeDirectory(
    _ below: Path,
    mode: mode_t = 0o777,
    durable: Bool = false
  ) throws(SystemError) -> Directory {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    var current = try openNext(self, ".", flags)
    for name in below.names {
      do throws(SystemError) {
        try name.withCString { text throws(SystemError) in
          try checked("mkdir", current.path.appending(name)) {
            mkdirat(current.descriptor, text, mode)
          }
        }
      } catch  where error.code == EEXIST {
      }
      if durable { try current.sync() }
      current = try openNext(current, name, flags)
    }
    return current
  }

  private func openNext(
    _ parent: Directory,
    _ name: Path,
    _ flags: CInt
  ) throws(SystemError) -> Directory {
    let path = name == "." ? parent.path : parent.path.appending(name)
    let descriptor = try name.withCString { text throws(SystemError) in
      try checked("open", path) { openat(parent.descriptor, text, flags) }
    }
    return Directory(descriptor: descriptor, path: path)
  }

  /// Opens a file in this directory; never follows a link, never waits for a fifo's other end.
  package func open(
    _ name: Path,
    _ flags: CInt = O_RDONLY,
    mode: mode_t = 0o666
  ) throws(SystemError) -> OwnedDescriptor {
    let flags = flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY
    return OwnedDescriptor(
      owning: try name.withCString { text throws(SystemError) in
        try checked("open", path.appending(name)) { openat(descriptor, text, flags, mode) }
      }
    )
  }

  /// What lies under a name, the link itself where it is one; nil where there is nothing.
  package func status(_ name: Path) throws(SystemError) -> FileStatus? {
    var answer = stat()
    do throws(SystemError) {
      try name.withCString { text throws(SystemError) in
        try checked("stat", path.appending(name)) {
          fstatat(descriptor, text, &answer, AT_SYMLINK_NOFOLLOW)
        }
      }
    } catch  where error.code == ENOENT || error.code == ENOTDIR {
      return nil
    }
    return FileStatus(answer)
  }

  /// Status of this directory itself.
  package func status() throws(SystemError) -> FileStatus {
    var answer = stat()
    try checked("fstat", path) { fstat(descriptor, &answer) }
    return FileStatus(answer)
  }

  /// Moves a file into a directory of the same file system.
  ///
  /// Unless it is replacing, a file of that name is not overwritten and EEXIST is thrown.
  package func move(
    _ name: Path,
    to target: Directory,
    as newName: Path,
    replacing: Bool = false
  ) throws(SystemError) {
    try name.withCString { old throws(SystemError) in
      try newName.withCString { new throws(SystemError) in
        let path = path.appending(name)
        if replacing {
          try checked("rename", path) { renameat(descriptor, old, target.descriptor, new) }
          return
        }
        do throws(SystemError) {
          try checked("rename", path) {
            winnow_rename_exclusive(descriptor, old, target.descriptor, new)
          }
        } catch  where error.code == EINVAL {
          // Some network file systems know no exclusive rename: a link is as exclusive.
          try checked("link", path) { linkat(descriptor, old, target.descriptor, new, 0) }
          try checked("unlink", path) { unlinkat(descriptor, old, 0) }
        }
      }
    }
  }

  /// Removes a file.
  package func remove(_ name: Path) throws(SystemError) {
    try name.withCString { text throws(SystemError) in
      try checked("unlink", path.appending(name)) { unlinkat(descriptor, text, 0) }
    }
  }

  /// Removes a directory, if it is empty.
  package func removeDirectory(_ name: Path) throws(SystemError) {
    try name.withCString { text throws(SystemError) in
      try checked("rmdir", path.appending(name)) { unlinkat(descriptor, text, AT_REMOVEDIR) }
    }
  }

  /// Returns once the names in this directory are on the disk.
  package func sync() throws(SystemError) {
    try checked("fsync", path) { fsync(descriptor) }
  }

  /// Makes a file of a name that only winnow uses.
  ///
  /// What lies there already goes, and is never written to: a crash left it, or somebody put another
  /// name of a file there that he may not write.
  package func createAnew(
    _ name: Path,
    mode: mode_t = 0o640
  ) throws(SystemError) -> OwnedDescriptor {
    do throws(SystemError) { try remove(name) } catch  where error.code == ENOENT {}
    return try open(name, O_WRONLY | O_CREAT | O_EXCL, mode: mode)
  }

  /// Replaces a small file so that readers see the old bytes or the new ones, never half.
  ///
  /// Where it must be durable, it returns once the disk has it; where all may read it, they may
  /// whatever the umask says.
  package func replace(
    _ name: Path,
    with bytes: [UInt8],
    durable: Bool,
    mode: mode_t = 0o640,
    readableByAll: Bool = false
  ) throws(SystemError) {
    // Its ending is another one, for whoever reads all files that end as this one does.
    let temporary = Path(
      bytes: Array(".winnow-tmp-".utf8) + name.bytes.suffix(200) + Array(".tmp".utf8)
    )
    do {
      let file = try createAnew(temporary, mode: mode)
      if readableByAll {
        try checked("fchmod", path.appending(temporary)) { fchmod(file.raw, 0o644) }
      }
      try file.writeAll(bytes, path.appending(temporary))
      if durable { try file.syncBytes(path.appending(temporary)) }
    }
    try move(temporary, to: self, as: name, replacing: true)
    if durable { try sync() }
  }

  /// Reads a whole file of at most `limit` bytes.
  package func read(_ name: Path, limit: Int) throws(SystemError) -> [UInt8] {
    let file = try open(name)
    let size = try file.status(path.appending(name)).size
    return try file.readAll(limit: limit, expected: size, path.appending(name))
  }

  /// The type of the file system it lies on, as in statfs(2).
  package var fileSystemType: Int { winnow_filesystem_type(descriptor) }

  /// Bytes that an ordinary user can still write there; nil where the kernel can't say.
  package var bytesLeft: Int? {
    let left = winnow_bytes_left(descriptor)
    return left < 0 ? nil : Int(left)
  }
}

extension Path {
  /// Lends the path to a system call, NUL at its end.
  @discardableResult
  package func withCString<Answer>(
    _ body: (UnsafePointer<CChar>) throws(SystemError) -> Answer
  ) throws(SystemError) -> Answer {
    if bytes.contains(0) { throw SystemError("open", self, code: EINVAL) }
    return try (bytes + [0]).withUnsafeBufferPointer { buffer throws(SystemError) in
      try buffer.withMemoryRebound(to: CChar.self) { text throws(SystemError) in
        guard let start = text.baseAddress else { throw SystemError("open", self, code: EINVAL) }
        return try body(start)
      }
    }
  }
}
