import GRDB
import WinnowRecord

extension DocumentID {
  /// The id as a BLOB of 32 bytes.
  var blob: DatabaseValue { WinnowStore.blob(digest) }

  /// The id read from a column of a row; nil unless it is a BLOB of 32 bytes.
  init?(column: DatabaseValue) {
    self.init(digest: bytes(in: column))
  }
}

/// Makes a BLOB without naming its type, which would take an import of Foundation.
private func wrap<Blob: RangeReplaceableCollection<UInt8> & DatabaseValueConvertible>(
  _ type: (Blob) -> DatabaseValue.Storage,
  _ bytes: [UInt8]
) -> DatabaseValue {
  Blob(bytes).databaseValue
}

/// Bytes as a BLOB.
func blob(_ bytes: [UInt8]) -> DatabaseValue { wrap(DatabaseValue.Storage.blob, bytes) }

/// The bytes of a BLOB; none for anything else.
func bytes(in column: DatabaseValue) -> [UInt8] {
  guard case .blob(let bytes) = column.storage else { return [] }
  return Array(bytes)
}
