import Glibc
import WinnowIO
import WinnowPipeline
import WinnowQueue
import WinnowRecord
import WinnowStore

/// Where one file is, why, and whether its record is durable.
package struct FileReport: Sendable {
  /// Whether its record is in the store, so that nothing is lost if the file is deleted.
  package let isStored: Bool
  package let text: String

  private static let largest = 1 << 30

  /// Looks a file up by its path in the inbox, or by any path that leads to it.
  package init(
    _ name: String,
    _ root: Root,
    _ settings: Settings
  ) throws(ServiceError) {
    let file = Path(argument: name)
    let name = Self.nameInSpool(file, root.spool)
    for (state, place) in Self.states(root, settings) where name.staysBelow {
      guard let directory = try? Directory(at: place).directory(name.parent),
        let bytes = try? Self.read(name.name, in: directory)
      else { continue }
      let record = try Self.findRecord(bytes, root)
      let reason = Path(bytes: name.name.bytes + Array(".reason".utf8))
      isStored = record != nil
      text = Self.sentence(state, name, record, try? Self.read(reason, in: directory))
      return
    }
    guard let bytes = try? Self.read(file) else {
      throw .badInput("\(file): neither in the spool nor a file that can be read")
    }
    let record = try Self.findRecord(bytes, root)
    isStored = record != nil
    text = Self.sentence("outside the spool", file, record, nil)
  }

  private static func sentence(
    _ state: String,
    _ name: Path,
    _ record: String?,
    _ reason: [UInt8]?
  ) -> String {
    let fate = record.map { "\($0); safe to delete" } ?? "it has no record yet"
    let because = reason.map {
      " because \(Path(bytes: $0.prefix { $0 != 0x0A }))"
    }
    return "\(name): \(state)\(state == "quarantine" ? because ?? "" : ""); \(fate)"
  }

  private static func nameInSpool(_ file: Path, _ spool: Path) -> Path {
    let names = file.names
    let start = spool.names
    if names.count > start.count + 1, Array(names.prefix(start.count)) == start {
      return Path(
        bytes: Array(names.dropFirst(start.count + 1).map(\.bytes).joined(separator: [0x2F]))
      )
    }
    return file.bytes.first == UInt8(ascii: "/") ? file.name : file
  }

  private static func states(
    _ root: Root,
    _ settings: Settings
  ) -> [(name: String, place: Path)] {
    let spool = root.spool
    let inbox = settings.inbox
    return ["claimed", "done", "quarantine"].map { ($0, spool.appending($0)) }
      + [
        (
          "inbox",
          inbox.isEmpty ? spool.appending("inbox") : root.path.appending(inbox)
        )
      ]
  }

  /// Reads a file of the spool; links are not followed, for anybody may put one into the inbox.
  private static func read(_ name: Path, in directory: Directory) throws(SystemError) -> [UInt8] {
    guard try directory.status(name)?.kind == .regular else {
      throw SystemError("open", directory.path.appending(name), code: ENOENT)
    }
    return try directory.read(name, limit: largest)
  }

  /// Reads a file outside of it; a fifo is not waited for.
  private static func read(_ path: Path) throws(SystemError) -> [UInt8] {
    let file = try OwnedDescriptor(at: path, O_RDONLY | O_NONBLOCK)
    guard try file.status(path).kind == .regular else {
      throw SystemError("open", path, code: EINVAL)
    }
    return try file.readAll(limit: largest, expected: 1 << 16, path)
  }

  private static func findRecord(
    _ bytes: [UInt8],
    _ root: Root
  ) throws(ServiceError) -> String? {
    let id = DocumentID(of: bytes)
    guard let directory = try? Directory(at: root.store) else { return nil }
    do throws(StoreError) {
      guard let place = try Archive(directory).find(id) else { return nil }
      return "record \(id) is on the disk, segment \(place.segment), byte \(place.offset)"
    } catch {
      throw .store(error)
    }
  }
}
