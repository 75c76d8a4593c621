import GRDB

/// What is remembered of sources, by their names; no bytes for one that was forgotten.
///
/// The store keeps it beside the records that it was learnt from, and knows nothing of what it means.
package typealias SourceRows = [String: [UInt8]]

/// The sources' memory as it was with the records before a position.
package struct KeptMemory: Sendable {
  package let rows: SourceRows
  package let position: Position
}

extension Ledger {
  /// Keeps what has changed in the sources' memory, which now is that of the records before a position.
  func keep(_ rows: SourceRows, upTo position: Position) throws(StoreError) {
    try writing("keep the memory of the sources") { database in
      let put = try database.cachedStatement(
        sql: "INSERT OR REPLACE INTO sources (name, memory) VALUES (?, ?)"
      )
      for (source, bytes) in rows {
        if bytes.isEmpty {
          try database.execute(sql: "DELETE FROM sources WHERE name = ?", arguments: [source])
        } else {
          try put.execute(arguments: [source, blob(bytes)])
        }
      }
      try database.execute(
        sql: "INSERT OR REPLACE INTO notes (key, value) VALUES (?, ?)",
        arguments: [LedgerNote.memory.rawValue, "\(position.segment) \(position.offset)"]
      )
    }
  }

  /// What was kept last; nothing, from the start, where nothing was.
  func memory() throws(StoreError) -> KeptMemory {
    try reading("read the memory of the sources") { database in
      let note = try String.fetchOne(
        database,
        sql: "SELECT value FROM notes WHERE key = ?",
        arguments: [LedgerNote.memory.rawValue]
      )
      let numbers = (note ?? "").split(separator: " ").compactMap { Int($0) }
      guard numbers.count == 2 else { return KeptMemory(rows: [:], position: .start) }
      var rows: SourceRows = [:]
      for row in try Row.fetchAll(database, sql: "SELECT name, memory FROM sources") {
        rows[row[0]] = bytes(in: row[1])
      }
      return KeptMemory(
        rows: rows,
        position: Position(segment: numbers[0], offset: numbers[1])
      )
    }
  }
}
