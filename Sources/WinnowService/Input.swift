import Glibc
import WinnowIO
import WinnowStore

/// A file that the user named, or standard input for `-`.
package struct Input: ~Copyable {
  private let file: OwnedDescriptor
  private let path: Path

  package init(_ name: String) throws(ServiceError) {
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
  package func bytes() throws(ServiceError) -> [UInt8] {
    do throws(SystemError) {
      let size = try file.status(path).size
      return try file.readAll(limit: .max, expected: size, path)
    } catch {
      throw .unreadable(error)
    }
  }

  /// Its records, unpacked where it is a compressed segment.
  consuming func records() throws(ServiceError) -> RecordFile {
    do throws(StoreError) {
      return try RecordFile(file, path)
    } catch {
      throw .store(error)
    }
  }

  /// Its lines; the body throws what it likes and is told whether the next line is at hand already.
  package func forEachLine(_ body: ([UInt8], _ hasNext: Bool) throws -> Void) throws {
    let reader = LineReader(file.raw, path)
    while let line = try next(reader) { try body(line, reader.hasLine) }
  }

  private func next(_ reader: LineReader) throws(ServiceError) -> [UInt8]? {
    do throws(SystemError) {
      return try reader.next()
    } catch {
      throw .unreadable(error)
    }
  }
}
