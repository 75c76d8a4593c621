import Glibc
import WinnowIO

/// A file that the user named, or standard input for `-`.
package struct Input: ~Copyable {
  private let file: OwnedDescriptor
  package let path: Path

  package init(_ name: String) throws(PipelineError) {
    path = Path(argument: name)
    do throws(SystemError) {
      if name == "-" {
        file = OwnedDescriptor(
          owning: try checked("dup", "standard input") { dup(STDIN_FILENO) }
        )
      } else {
        file = try OwnedDescriptor(at: path)
      }
    } catch {
      throw .unreadable(error)
    }
  }

  /// All of its bytes.
  package func bytes() throws(PipelineError) -> [UInt8] {
    do throws(SystemError) {
      let size = try file.status(path).size
      return try file.readAll(limit: .max, expected: size, path)
    } catch {
      throw .unreadable(error)
    }
  }

  /// The descriptor, for whoever reads on its own.
  package consuming func descriptor() -> OwnedDescriptor { file }

  /// Its lines; the body throws what it likes and is told whether the next line is at hand already.
  package func forEachLine(_ body: ([UInt8], _ hasNext: Bool) throws -> Void) throws {
    let reader = LineReader(file.raw, path)
    while let line = try next(reader) { try body(line, reader.hasLine) }
  }

  private func next(_ reader: LineReader) throws(PipelineError) -> [UInt8]? {
    do throws(SystemError) {
      return try reader.next()
    } catch {
      throw .unreadable(error)
    }
  }
}
