/// Why a file is no line model that this version can use: a clause about the file.
package struct LineModelError: Error, Equatable, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}
