import WinnowIO
import WinnowRecord

extension Archive {
  /// Calls with each record in the order of the store, and tells of what is none: nothing that is wrong
  /// with a line, or with a segment's compression, stops it.
  ///
  /// The body says what else is wrong with a line whose seal holds, if anything.
  package func forEachRecord(
    found: (Finding) -> Void,
    _ body: (ArraySlice<UInt8>) -> String?
  ) throws(StoreError) {
    for segment in try SegmentList(directory).all {
      var offset = 0
      func tell(_ weight: Finding.Weight, _ sentence: String) {
        let name = segment.name
        found(Finding(file: name, offset: offset, weight: weight, sentence: sentence))
      }
      do throws(StoreError) {
        guard let reader = try openIfThere(segment.number) else { continue }
        while let line = try reader.next() {
          do throws(RecordError) {
            _ = try Seal.open(line.bytes)
            if let sentence = body(line.bytes) { tell(.problem, sentence) }
          } catch {
            tell(.problem, error.description)
          }
          offset = reader.offset
        }
        if !reader.tail.isEmpty {
          tell(.note, "\(reader.tail.count) bytes without a newline: torn, or being written")
        }
      } catch {
        guard case .damaged = error else { throw error }
        tell(.problem, error.description)
      }
    }
  }
}
