import WinnowIO
import WinnowPipeline
import WinnowRecord
import WinnowStore

/// Turns records back into the files they came from.
package enum Restoration {
  /// The original bytes of one line.
  package static func restore(_ line: ArraySlice<UInt8>) throws(ServiceError) -> [UInt8] {
    do throws(RecordError) {
      return try Restorer.restore(line)
    } catch {
      throw .badInput("not a record that can be restored: \(error)")
    }
  }

  /// The original bytes of a document in the store.
  package static func restore(
    id text: String,
    _ configuration: Configuration
  ) throws(ServiceError) -> [UInt8] {
    let directory: Directory
    do throws(SystemError) {
      directory = try Directory(at: configuration.root.store)
    } catch {
      throw .unreadable(error)
    }
    let archive = Archive(directory)
    let place = try find(text, in: archive)
    let line: [UInt8]
    do throws(StoreError) {
      line = try archive.line(at: place)
    } catch {
      throw .store(error)
    }
    return try restore(line[...])
  }

  /// Where the record stands whose id a person has given, with `sha256:` or without.
  static func find(_ text: String, in archive: Archive) throws(ServiceError) -> Place {
    guard let id = DocumentID(text.hasPrefix("sha256:") ? text : "sha256:" + text) else {
      throw .badInput("\(text): wanted sha256: and 64 hex digits")
    }
    do throws(StoreError) {
      if let place = try archive.find(id) { return place }
    } catch {
      throw .store(error)
    }
    throw .badInput("\(id): the store has no such record")
  }
}
