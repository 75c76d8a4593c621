import WinnowIO
import WinnowPipeline
import WinnowQueue
import WinnowRecord
import WinnowStore

/// Spreads documents over files that the nodes of a cluster clean with `clean --jsonl`.
package struct ShardExport {
  /// Where the documents come from.
  package enum Origin: String { case inbox, store }

  /// A shard is an open file.
  package static let most = 512

  private let configuration: Configuration
  private let folder: ShardFolder
  private let origin: Origin
  private var documents = 0
  private var leftOut: [(path: String?, reason: String)] = []

  /// Prepares a folder of shards, which must not be there yet, or be empty.
  package init(
    _ configuration: Configuration,
    of origin: Origin,
    into path: String,
    shards count: Int
  ) throws(ServiceError) {
    self.configuration = configuration
    self.origin = origin
    folder = try Self.writing { () throws(SystemError) in
      try ShardFolder(Path(argument: path), shards: count)
    }
  }

  /// Writes all documents, and tells now and then how many there are; the files of the inbox stay where they are.
  ///
  /// - Returns: what was done, and a line for each document that is left out.
  package mutating func run(
    progress: (Int) -> Void
  ) throws(ServiceError) -> (summary: String, leftOut: [String]) {
    switch origin {
    case .inbox: try addInbox(progress)
    case .store: try addStore(progress)
    }
    let rest = manifest
    try Self.writing { () throws(SystemError) in try folder.finish(manifest: rest) }
    return (
      "\(documents) documents in \(folder.shards.count) shards, \(leftOut.count) left out",
      leftOut.map { "\(Path($0.path ?? "a record")): left out: \($0.reason)" }
    )
  }

  private mutating func addInbox(_ progress: (Int) -> Void) throws(ServiceError) {
    let inbox = configuration.root.inbox(configuration.settings)
    let backlog = try Self.writing { () throws(SystemError) in try Backlog(inbox) }
    let settings = configuration.settings
    for path in backlog.paths {
      let bytes: [UInt8]
      do throws(Verdict) {
        bytes = try backlog.read(
          path,
          maxBytes: settings.maxBytes,
          settle: settings.settle.nanoseconds
        )
      } catch {
        switch error {
        case .later(let sentence): leftOut.append((path.text, sentence))
        case .quarantined(let reason):
          leftOut.append((path.text, "\(reason.reason): \(reason.detail)"))
        // The daemon has it.
        case .gone, .stored: break
        }
        continue
      }
      try Self.writing { () throws(SystemError) in try add(bytes, path.text, progress) }
    }
  }

  private mutating func addStore(_ progress: (Int) -> Void) throws(ServiceError) {
    let store = configuration.root.store
    let directory = try Self.writing { () throws(SystemError) in try Directory(at: store) }
    do throws(StoreError) {
      try Archive(directory).forEachRecord { _, line throws(StoreError) in
        let path = Record.path(in: line)
        let bytes: [UInt8]
        do throws(RecordError) {
          bytes = try Restorer.restore(line)
        } catch {
          leftOut.append((path, error.description))
          return true
        }
        do throws(SystemError) {
          try add(bytes, path, progress)
        } catch {
          throw .refused(error, wanted: "write a shard")
        }
        return true
      }
    } catch {
      throw .store(error)
    }
  }

  private mutating func add(
    _ document: [UInt8],
    _ path: String?,
    _ progress: (Int) -> Void
  ) throws(SystemError) {
    guard let line = WorkLine.line(of: document, path: path) else {
      leftOut.append((path, "its line would be longer than \(Input.longest) bytes"))
      return
    }
    try folder.add(line)
    documents += 1
    if documents.isMultiple(of: 256) { progress(documents) }
  }

  /// The manifest up to its list of shards.
  private var manifest: JSONWriter {
    var out = JSONWriter()
    out.raw(#"{"v":1,"version":"\#(Version.text)","rules":"#)
    out.string(Pipeline(configuration).rules)
    out.raw(#","of":"\#(origin.rawValue)","documents":\#(documents),"left_out":["#)
    for (number, document) in leftOut.enumerated() {
      out.raw(number == 0 ? #"{"path":"# : #",{"path":"#)
      out.string(document.path)
      out.raw(#","reason":"#)
      out.string(document.reason)
      out.raw("}")
    }
    out.raw("],")
    return out
  }

  private static func writing<Answer>(
    _ body: () throws(SystemError) -> Answer
  ) throws(ServiceError) -> Answer {
    do throws(SystemError) { return try body() } catch { throw .unreadable(error) }
  }
}
