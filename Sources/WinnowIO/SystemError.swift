import Glibc

/// What the kernel refused: the call, the path it was about, and why.
package struct SystemError: Error, Equatable, CustomStringConvertible {
  /// The system call, as its manual page is called.
  package let call: String
  package let path: Path
  /// The value of `errno`.
  package let code: CInt

  package init(_ call: String, _ path: Path, code: CInt = errno) {
    self.call = call
    self.path = path
    self.code = code
  }

  /// Whether trying again may help, with nobody changing what belongs to whom.
  package var mayPass: Bool { ![EACCES, EPERM, ENOTDIR, EISDIR, ELOOP].contains(code) }

  /// The kernel's own sentence for the code.
  package var reason: String { String(cString: strerror(code)) }

  /// Whether it is over as soon as somebody makes room on the disk.
  package var isFullDisk: Bool { code == ENOSPC || code == EDQUOT }

  package var description: String { "\(path): \(call): \(reason)" }
}

/// Calls again for as long as a signal interrupts; throws what else the kernel refuses.
@discardableResult
package func checked<Answer: SignedInteger>(
  _ call: String,
  _ path: Path,
  _ body: () -> Answer
) throws(SystemError) -> Answer {
  while true {
    let answer = body()
    if answer >= 0 { return answer }
    let code = errno
    if code != EINTR { throw SystemError(call, path, code: code) }
  }
}
