import GRDB
import WinnowRecord

extension DocumentID {
  /// The id as a BLOB of 32 bytes.
  var blob: DatabaseValue { wrap(DatabaseValue.Storage.blob, digest) }

  /// The id read from a column of a row; nil unless it is a BLOB of 32 bytes.
  init?(column: DatabaseValue) {
    guard case .blob(let bytes) = column.storage else { return nil }
    self.init(digest: Array(bytes))
  }
}

/// Makes a BLOB without naming its type, which would take an import of Foundation.
private func wrap<Blob: RangeReplaceableCollection<UInt8> & DatabaseValueConvertible>(
  _ type: (Blob) -> DatabaseValue.Storage,
  _ bytes: [UInt8]
) -> DatabaseValue {
  Blob(bytes).databaseValue
}
