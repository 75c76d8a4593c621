import Glibc
import WinnowFormats
import WinnowIO

/// A file that the user named, or standard input for `-`, unpacked where it is packed.
package struct Input {
  /// A document, or a line that holds one, is no longer than this, unpacked: 64 MiB.
  package static let longest = 64 << 20

  private let bytes: ByteReader
  private let path: Path
  private let pages: WETReader?

  /// Whether it is a WET file, and so has many pages.
  package var isWET: Bool { pages != nil }

  package init(_ name: String) throws(PipelineError) {
    let path = Path(argument: name)
    self.path = path
    (bytes, pages) = try Self.reporting { () throws(FormatError) in
      let file = try reading { () throws(SystemError) in try Self.open(name, path) }
      let bytes = try Packing.reader(file, path)
      let isWET = try WETReader.begins(bytes)
      return (bytes, isWET ? WETReader(bytes, path, limit: Self.longest) : nil)
    }
  }

  private static func open(_ name: String, _ path: Path) throws(SystemError) -> OwnedDescriptor {
    if name != "-" { return try OwnedDescriptor(at: path) }
    return OwnedDescriptor(owning: try checked("dup", "standard input") { dup(STDIN_FILENO) })
  }

  /// All of its bytes.
  package func document() throws(PipelineError) -> [UInt8] {
    let all = try Self.reporting { () throws(FormatError) in
      Array(try bytes.take(Self.longest + 1))
    }
    if all.count <= Self.longest { return all }
    throw .badInput("\(path): wanted a document of at most \(Self.longest) bytes")
  }

  /// The next line without its newline, the last one even if it has none; nil at the end.
  ///
  /// Of a line longer than the limit comes no more than a byte beyond it.
  package func line(
    atMost limit: Int = .max - 1
  ) throws(PipelineError) -> ArraySlice<UInt8>? {
    try Self.reporting { () throws(FormatError) in try bytes.line(atMost: limit) ?? bytes.takeRest()
    }
  }

  /// The next page of a WET file; nil at the end, and for what is none.
  package func page() throws(PipelineError) -> WETReader.Page? {
    try Self.reporting { () throws(FormatError) in try pages?.next() }
  }

  private static func reporting<Answer>(
    _ body: () throws(FormatError) -> Answer
  ) throws(PipelineError) -> Answer {
    do throws(FormatError) {
      return try body()
    } catch {
      switch error {
      case .refused(let cause): throw .unreadable(cause)
      case .damaged: throw .badInput(error.description)
      }
    }
  }
}
