/// What is wrong with a file of settings, rules or names, and where.
package struct ConfigurationError: Error, Equatable, CustomStringConvertible {
  /// The file's path or name.
  package let file: String
  /// Counted from 1.
  package let line: Int
  /// The key, what it wants and what it got.
  package let cause: String

  package init(file: String, line: Int, cause: String) {
    self.file = file
    self.line = line
    self.cause = cause
  }

  package var description: String { "\(file):\(line): \(cause)" }
}
