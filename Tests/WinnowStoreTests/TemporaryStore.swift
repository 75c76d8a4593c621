import Dispatch
import Glibc
import WinnowIO
import WinnowRecord

@testable import WinnowStore

/// A directory for one test's store, removed when the test lets go of it.
final class TemporaryStore {
  let directory: Directory

  /// Makes the directory, in memory for tests that open many stores.
  init(inMemory: Bool = false) throws {
    var name = Array("\(inMemory ? "/dev/shm" : "/tmp")/winnow-store-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { throw SystemError("mkdtemp", Path(bytes: [])) }
    directory = try Directory(at: Path(bytes: name.dropLast().map { UInt8(bitPattern: $0) }))
  }

  deinit {
    for name in names { try? directory.remove(name) }
    _ = rmdir(directory.path.text)
  }

  var names: [Path] {
    var names: [Path] = []
    try? directory.forEachEntry { entry throws(SystemError) in
      names.append(entry.name)
      return true
    }
    return names.sorted()
  }

  /// Opens the store as a process would in the given run of the kernel.
  func open(
    _ settings: StoreSettings = .quick,
    boot: String? = "this boot",
    sync: @escaping ActiveSegment.Sync = { fdatasync($0) }
  ) throws -> Store {
    try Store(directory, settings, StoreLock(directory), boot: boot, sync: sync)
  }

  func bytes(_ name: Path = "records.jsonl") throws -> [UInt8] {
    try directory.read(name, limit: 1 << 28)
  }

  func write(_ bytes: [UInt8], to name: Path = "records.jsonl") throws {
    try directory.replace(name, with: bytes, durable: false)
  }

  /// Verifies the store, and gives what was found, problems only unless told otherwise.
  func findings(
    allowsDuplicates: Bool = false,
    notes: Bool = false
  ) throws -> [Finding] {
    var findings: [Finding] = []
    var verifier = Verifier(directory, allowsDuplicates: allowsDuplicates) {
      if notes || $0.weight == .problem { findings.append($0) }
    }
    _ = try verifier.run { _, _ in nil }
    return findings
  }
}

extension StoreSettings {
  /// Settings that don't keep a test waiting.
  static var quick: StoreSettings {
    var settings = StoreSettings()
    settings.minimumSegmentAge = .zero
    settings.retryInterval = .milliseconds(20)
    return settings
  }
}

/// A record as far as the store looks into it.
struct TestRecord: Sendable {
  let id: DocumentID
  let line: [UInt8]

  init(_ number: Int, size: Int = 0) {
    id = DocumentID(of: Array("document \(number)".utf8))
    var line = Array(#"{"v":1,"id":"\#(id)","text":""#.utf8)
    line += [UInt8](repeating: UInt8(ascii: "x"), count: max(0, size - line.count - 22))
    line.append(UInt8(ascii: "\""))
    Seal.close(&line)
    self.line = line
  }

  var withNewline: [UInt8] { line + [0x0A] }
}

/// What a store told of the records that were appended to it.
final class Told: Sendable {
  private let outcomes = Guarded<[Outcome]>([])

  var all: [Outcome] { outcomes.use { $0 } }
  var stored: Int { all.filter { if case .stored = $0 { true } else { false } }.count }
  var duplicates: Int { all.count - stored }

  func append(_ records: some Sequence<TestRecord>, to store: Store) throws {
    for record in records {
      try store.append(line: record.line, id: record.id) { outcome in
        self.outcomes.use { $0.append(outcome) }
      }
    }
  }
}

/// Waits until something holds; false after twenty seconds.
func eventually(_ holds: () throws -> Bool) rethrows -> Bool {
  let end = Clock.monotonic + 20_000_000_000
  while try !holds() {
    if Clock.monotonic > end { return false }
    usleep(2000)
  }
  return true
}
