import WinnowIO

/// Why a file was set aside.
package struct QuarantineReason: Equatable, Sendable {
  /// The words that winnow itself has for `reason`.
  package static let words = [
    "too large", "unreadable", "read error", "not a regular file", crash,
  ]
  /// For a file that ends the program whenever it is worked on.
  package static let crash = "crashed winnow"

  /// A few words that are the same for every file of the kind, as `too large`.
  package let reason: String
  /// What was found, and what was wanted.
  package let detail: String
  /// What the kernel said, if it did.
  package let errno: CInt?

  package init(_ reason: String, detail: String, errno: CInt? = nil) {
    self.reason = reason
    self.detail = detail
    self.errno = errno
  }

  init(_ reason: String, _ refused: SystemError) {
    self.init(reason, detail: "\(refused.call): \(refused.reason)", errno: refused.code)
  }
}
