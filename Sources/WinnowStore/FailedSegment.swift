/// A segment that is to be closed at its last durable byte, noted in case of a crash before that.
///
/// The note counts in one boot only. After a power cut what can be read is on the disk, and the
/// ledger may have lost that the segment was closed since: the note would cost good records.
struct FailedSegment: Equatable {
  let place: Position
  let boot: String

  /// Where the boot is not known, no note is better than one that is taken for another boot's.
  init?(place: Position, boot: String?) {
    guard let boot else { return nil }
    self.place = place
    self.boot = boot
  }

  /// Reads a note back.
  init?(_ text: String) {
    let words = text.split(separator: " ", maxSplits: 2)
    guard words.count == 3, let segment = Int(words[0]), let offset = Int(words[1]) else {
      return nil
    }
    place = Position(segment: segment, offset: offset)
    boot = String(words[2])
  }

  var text: String { "\(place.segment) \(place.offset) \(boot)" }
}
