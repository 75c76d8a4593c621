import GRDB
import WinnowIO
import WinnowRecord

/// What the ledger knows of one record.
struct LedgerRow: Sendable {
  let id: DocumentID
  let place: Place
}

/// The index over the segments: which documents are stored, and where.
///
/// It is derived: whatever is wrong with it, it can be built again from the segments. Readers
/// don't wait for the writer (SQLite's write-ahead log), and one transaction is one batch.
final class Ledger: Sendable {
  static let name: Path = "ledger.sqlite"
  let path: Path
  let pool: any DatabaseReader & DatabaseWriter

  /// Takes a database with a sound schema.
  init(_ pool: any DatabaseReader & DatabaseWriter, _ path: Path) {
    self.pool = pool
    self.path = path
  }

  /// How far the segments are indexed; the very beginning where nothing is.
  func position() throws(StoreError) -> Position {
    try ends().last ?? .start
  }

  /// How far each segment is indexed, in ascending order.
  func ends() throws(StoreError) -> [Position] {
    try reading("find where the ledger ends") { database in
      try Row.fetchAll(database, sql: "SELECT number, end FROM segments ORDER BY number")
        .map { Position(segment: $0[0], offset: $0[1]) }
    }
  }

  func find(_ id: DocumentID) throws(StoreError) -> Place? { try find([id])[0] }

  /// Where each document is stored, in the order asked; nil where it is not.
  func find(_ ids: [DocumentID]) throws(StoreError) -> [Place?] {
    try reading("look a document up") { database in
      let lookup = try database.cachedStatement(
        sql: "SELECT segment, offset, length FROM documents WHERE id = ?"
      )
      return try ids.map { id in
        try Row.fetchOne(lookup, arguments: [id.blob])
          .map { Place(segment: $0[0], offset: $0[1], length: $0[2]) }
      }
    }
  }

  /// Adds records in one transaction, with how far the segments are indexed then.
  ///
  /// Of a document that is there already the first place stays.
  func add(_ rows: [LedgerRow], upTo position: Position) throws(StoreError) {
    try writing("index a batch") { database in
      let insert = try database.cachedStatement(
        sql: "INSERT OR IGNORE INTO documents (id, segment, offset, length) VALUES (?, ?, ?, ?)"
      )
      var added = 0
      for row in rows {
        let place = row.place
        try insert.execute(
          arguments: [row.id.blob, place.segment, place.offset, place.length])
        added += database.changesCount
      }
      try database.execute(
        sql: """
          INSERT INTO segments (number, end, documents) VALUES (?, ?, ?)
          ON CONFLICT (number) DO UPDATE
          SET end = excluded.end, documents = documents + excluded.documents
          """,
        arguments: [position.segment, position.offset, added]
      )
    }
  }

  /// Counts all records: SQLite looks at no row for that, only at every page.
  func count() throws(StoreError) -> Int {
    try reading("count the documents") { database in
      try Int.fetchOne(database, sql: "SELECT count(*) FROM documents") ?? 0
    }
  }

  /// Counts the records that stand before a position.
  func count(before position: Position) throws(StoreError) -> Int {
    try reading("count the documents") { database in
      try Int.fetchOne(
        database,
        sql: "SELECT count(*) FROM documents WHERE (segment, offset) < (?, ?)",
        arguments: [position.segment, position.offset]
      ) ?? 0
    }
  }

  /// The first records before a position that are looked for, at most a thousand.
  func first(
    before position: Position,
    where isWanted: @escaping @Sendable (DocumentID) -> Bool
  ) throws(StoreError) -> [LedgerRow] {
    try reading("list the documents") { database in
      let all = try Row.fetchCursor(
        database,
        sql: """
          SELECT id, segment, offset, length FROM documents WHERE (segment, offset) < (?, ?)
          """,
        arguments: [position.segment, position.offset]
      )
      var rows: [LedgerRow] = []
      while rows.count < 1000, let row = try all.next() {
        let place = Place(segment: row[1], offset: row[2], length: row[3])
        guard let id = DocumentID(column: row[0]), isWanted(id) else { continue }
        rows.append(LedgerRow(id: id, place: place))
      }
      return rows
    }
  }

  /// A word that the ledger keeps for the next opening; nil where there is none.
  func note(_ key: LedgerNote) throws(StoreError) -> String? {
    try reading("read a note") { database in
      try String.fetchOne(
        database,
        sql: "SELECT value FROM notes WHERE key = ?",
        arguments: [key.rawValue]
      )
    }
  }

  func setNote(_ key: LedgerNote, _ value: String?) throws(StoreError) {
    try writing("keep a note") { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO notes (key, value) VALUES (?, ?)",
        arguments: [key.rawValue, value]
      )
    }
  }

  /// Waits for readers, and closes the file.
  func close() {
    // What can't be closed is closed by the end of the process; SQLite recovers its log.
    try? pool.close()
  }

  /// Brings all of the log into the file, so that the ledger is one file when it is closed.
  func settle() {
    // A ledger that is not settled is as sound as one that is.
    _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
  }

  func reading<Answer: Sendable>(
    _ wanted: String,
    _ body: @Sendable (Database) throws -> Answer
  ) throws(StoreError) -> Answer {
    do { return try pool.read(body) } catch { throw refused(error, wanted) }
  }

  func writing(
    _ wanted: String,
    _ body: @Sendable (Database) throws -> Void
  ) throws(StoreError) {
    do { try pool.write(body) } catch { throw refused(error, wanted) }
  }

  private func refused(_ error: any Error, _ wanted: String) -> StoreError {
    .ledger(path, reason: LedgerOpening.reason(error), wanted: wanted)
  }
}

/// The notes that one opening leaves for the next.
enum LedgerNote: String {
  /// Boot id of the kernel when the store was last opened.
  case boot
  /// Segment and last durable byte of a segment that failed and is to be closed there.
  case failed
  /// How far the memory of the sources has got.
  case memory
}
