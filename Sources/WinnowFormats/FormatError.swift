import WinnowIO

/// Why bytes can't be read as what they are said to be.
package enum FormatError: Error, Equatable, CustomStringConvertible {
  /// The kernel refused a call.
  case refused(SystemError)
  /// The bytes are not what they begin as; the place counts bytes of the file, or of what was unpacked from it.
  case damaged(Path, at: Int, reason: String)

  package var description: String {
    switch self {
    case .refused(let error): error.description
    case .damaged(let path, let at, let reason): "\(path): byte \(at): \(reason)"
    }
  }
}

/// Tells of a refused call as an error of this room.
package func reading<Answer: ~Copyable>(
  _ body: () throws(SystemError) -> Answer
) throws(FormatError) -> Answer {
  do throws(SystemError) { return try body() } catch { throw .refused(error) }
}
