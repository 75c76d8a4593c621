/// The end of every record's line, `,"crc":"xxxxxxxx"}`: it tells a whole line from a torn one.
///
/// Two torn halves glued together can be valid JSON; they do not have a valid CRC.
package enum Seal {
  private static let key = Array(#","crc":""#.utf8)
  private static let end = Array(#""}"#.utf8)
  /// Bytes that the seal adds to a line.
  package static let length = key.count + 8 + end.count

  /// Closes a record's line, which must be all of it up to the last value before `crc`.
  package static func close(_ line: inout [UInt8]) {
    let sum = digits(of: line[...])
    line += key + sum + end
  }

  /// Reads the id of a whole line, without its newline.
  ///
  /// - Throws: `RecordError.torn` where the CRC is missing or wrong, `.noID` where no id is found.
  package static func open(_ line: ArraySlice<UInt8>) throws(RecordError) -> DocumentID {
    let body = line.dropLast(length)
    guard line.count > length, line.suffix(length).starts(with: key), line.suffix(2) == end[...],
      line.suffix(length).dropFirst(key.count).prefix(8).elementsEqual(digits(of: body))
    else { throw .torn }
    let lead = Array(#"{"v":1,"id":""#.utf8)
    guard body.starts(with: lead),
      let id = DocumentID(
        String(decoding: body.dropFirst(lead.count).prefix(71), as: UTF8.self)
      )
    else { throw .noID }
    return id
  }

  private static func digits(of body: ArraySlice<UInt8>) -> [UInt8] {
    var crc = CRC32C()
    crc.update(body)
    let value = crc.value
    return Array(
      Hex.text([24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }).utf8
    )
  }
}
