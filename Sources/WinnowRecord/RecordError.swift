/// What is wrong with a line that should be a record.
package enum RecordError: Error, Equatable, CustomStringConvertible {
  /// The CRC is missing or does not hold: the line is torn, glued or changed.
  case torn
  /// The line does not begin with a version and an id.
  case noID
  /// The line is not JSON, or a key is missing or of the wrong type.
  case malformed(String)
  /// An edit lies outside the text, or edits overlap.
  case badEdit(Int)
  /// The edits do not lead back to bytes with the record's id.
  case notRestored

  package var description: String {
    switch self {
    case .torn: "the CRC is missing or does not hold"
    case .noID: "it does not begin with {\"v\":1,\"id\":\"sha256:...\""
    case .malformed(let what): what
    case .badEdit(let number): "edit \(number) lies outside the text or overlaps another"
    case .notRestored: "undoing the edits does not give bytes with this id"
    }
  }
}
