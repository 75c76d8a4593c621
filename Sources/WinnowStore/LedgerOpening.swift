import GRDB
import Glibc
import WinnowIO

/// Opens the ledger's file, or says that it is not a ledger any more.
enum LedgerOpening {
  /// Changes with the schema: a ledger of another version is built anew.
  private static let version = 3

  private static let schema = """
    CREATE TABLE documents (
      id BLOB PRIMARY KEY, segment INTEGER NOT NULL, offset INTEGER NOT NULL,
      length INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE segments (
      number INTEGER PRIMARY KEY, end INTEGER NOT NULL, documents INTEGER NOT NULL
    );
    CREATE TABLE sources (name TEXT PRIMARY KEY, memory BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE notes (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
    """

  /// Why a file is no ledger.
  enum Fault: Error {
    /// What it holds is worthless; building it anew helps.
    case unsound(String)
    /// SQLite can't get at the file, and building it anew would not help.
    case refused(StoreError)

    /// The fault as an error of the store.
    func sentence(_ directory: Directory) -> StoreError {
      switch self {
      case .unsound(let reason):
        .ledger(
          directory.path.appending(Ledger.name),
          reason: reason,
          wanted: "open the ledger"
        )
      case .refused(let error): error
      }
    }
  }

  /// SQLite maps a file that it makes while opening: where the disk is full, touching the map can end
  /// the program (SIGBUS).
  private static let leastRoom = 256 << 10

  /// Opens the ledger for the one writer of the store, making it where there is none.
  static func open(_ directory: Directory) throws(Fault) -> Ledger {
    let path = directory.path.appending(Ledger.name)
    if let room = directory.bytesLeft, room < leastRoom {
      throw .refused(
        .refused(
          SystemError("open", path, code: ENOSPC),
          wanted: "open the ledger, with 256 KiB of room"
        )
      )
    }
    do throws(SystemError) {
      // SQLite would let all read it.
      _ = try directory.open(Ledger.name, O_RDWR | O_CREAT, mode: 0o640)
    } catch {
      throw .refused(.refused(error, wanted: "open the ledger"))
    }
    do {
      let pool = try DatabasePool(path: path.text, configuration: configuration())
      try pool.write { database in
        if try isEmpty(database) {
          try database.execute(sql: schema)
          try database.execute(sql: "PRAGMA user_version = \(version)")
        }
      }
      try check(pool)
      try checkPages(pool)
      return Ledger(pool, path)
    } catch {
      throw fault(error, path)
    }
  }

  /// Opens the ledger for reading, beside a writer or without one; nil where there is none, or none of
  /// it had reached the disk when the power went.
  static func openForReading(
    _ directory: Directory,
    checkingPages: Bool = false
  ) throws(Fault) -> Ledger? {
    let path = directory.path.appending(Ledger.name)
    do throws(SystemError) {
      if try directory.status(Ledger.name) == nil { return nil }
    } catch {
      throw .refused(.refused(error, wanted: "read the ledger"))
    }
    do {
      var configuration = configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path.text, configuration: configuration)
      if try queue.read({ try isEmpty($0) }) { return nil }
      try check(queue)
      if checkingPages { try checkPages(queue) }
      return Ledger(queue, path)
    } catch {
      throw fault(error, path)
    }
  }

  /// Removes the ledger's files; it is built anew at the next opening.
  static func discard(_ directory: Directory) throws(StoreError) {
    // The log goes first: with another ledger it would be replayed into that one.
    for suffix in ["-wal", "-shm", "-journal", ""] {
      let name = Path(Ledger.name.text + suffix)
      try wanting("build the ledger anew") { () throws(SystemError) in
        if try directory.status(name) != nil { try directory.remove(name) }
      }
    }
  }

  /// What SQLite says where there is no room.
  static let fullDisk = "database or disk is full"

  /// What SQLite says of an error, without the statement.
  static func reason(_ error: any Error) -> String {
    guard let error = error as? DatabaseError else { return "\(error)" }
    return error.message ?? "SQLite error \(error.resultCode.rawValue)"
  }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.label = "winnow.ledger"
    configuration.prepareDatabase { database in
      // The segments are the log: the ledger may lose its last transactions, never its shape.
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
    }
    return configuration
  }

  private static func isEmpty(_ database: Database) throws -> Bool {
    try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
  }

  private static func check(_ reader: some DatabaseReader) throws {
    try reader.read { database in
      let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      guard found == version else {
        throw Fault.unsound("it has schema \(found), and this winnow has schema \(version)")
      }
      for columns in [
        "id, segment, offset, length FROM documents", "number, end, documents FROM segments",
        "key, value FROM notes", "name, memory FROM sources",
      ] {
        _ = try Row.fetchOne(database, sql: "SELECT \(columns) LIMIT 1")
      }
    }
  }

  /// Reads all of the file: half a second for a million documents.
  private static func checkPages(_ reader: some DatabaseReader) throws {
    let answer = try reader.read { try String.fetchOne($0, sql: "PRAGMA integrity_check(1)") }
    guard answer == "ok" else { throw Fault.unsound(answer ?? "integrity_check gave no answer") }
    // A page that holds what it held before is a sound one, too, and lacks documents.
    let (found, added) = try reader.read { database in
      (
        try Int.fetchOne(database, sql: "SELECT count(*) FROM documents") ?? 0,
        try Int.fetchOne(database, sql: "SELECT total(documents) FROM segments") ?? 0
      )
    }
    guard found == added else {
      throw Fault.unsound("it has \(found) documents, and \(added) were added")
    }
  }

  private static func fault(_ error: any Error, _ path: Path) -> Fault {
    if let fault = error as? Fault { return fault }
    if let error = error as? DatabaseError {
      switch error.resultCode {
      case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_SCHEMA, .SQLITE_CONSTRAINT:
        return .unsound(reason(error))
      default: break
      }
    }
    return .refused(.ledger(path, reason: reason(error), wanted: "open the ledger"))
  }
}
