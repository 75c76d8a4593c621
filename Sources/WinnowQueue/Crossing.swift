import Glibc
import WinnowIO

extension Directory {
  /// What the names of half copies begin with.
  static let temporaryPrefix = Array(".winnow-tmp-".utf8)

  /// Moves a file to a name that nobody has; to another file system by copying it.
  func moveAnywhere(_ name: Path, to target: Directory, as newName: Path) throws(SystemError) {
    do throws(SystemError) {
      try move(name, to: target, as: newName)
    } catch  where error.code == EXDEV {
      try copy(name, to: target, as: newName)
    }
  }

  /// Copies a file to the disk under a name that nobody has, then removes it here.
  ///
  /// - Throws: EBUSY where somebody else copies it, or it changed meanwhile; then it stays.
  private func copy(_ name: Path, to target: Directory, as newName: Path) throws(SystemError) {
    let (here, there) = (path.appending(name), target.path.appending(newName))
    let file = try open(name)
    // A rename would leave one winner of two daemons; here the lock does.
    if !file.tryLock() && errno == EWOULDBLOCK { throw SystemError("flock", here, code: EBUSY) }
    let before = try file.status(here)
    guard before.kind == .regular, try status(name) == before else {
      throw SystemError("stat", here, code: EBUSY)
    }
    if try target.status(newName) != nil { throw SystemError("link", there, code: EEXIST) }
    let temporary = Path(bytes: Self.temporaryPrefix + newName.bytes.suffix(200))
    do throws(SystemError) {
      try file.copyAll(here, to: target, as: temporary)
      guard try file.status(here) == before, try status(name) == before, file.hasWriter() != true
      else {
        throw SystemError("stat", here, code: EBUSY)
      }
      try target.move(temporary, to: target, as: newName)
    } catch {
      try? target.remove(temporary)
      throw error
    }
    // On the disk there before it is gone from the disk here.
    try target.sync()
    if try status(name) == before { try remove(name) }
  }
}
