import WinnowTOML

/// What is wrong with a scheme or a list of names: one line, `file:line: cause`.
package struct NamesError: Error, Equatable, CustomStringConvertible {
  package let description: String

  package init(file: String, line: Int, cause: String) {
    description = "\(file):\(line): \(cause)"
  }

  package init(_ error: ConfigurationError) {
    self.init(file: error.file, line: error.line, cause: error.cause)
  }
}
