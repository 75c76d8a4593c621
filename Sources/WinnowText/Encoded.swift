extension Encoding {
  /// Text as bytes of this encoding, without a byte order mark.
  ///
  /// - Returns: nil where a character has no bytes in this encoding.
  package func encode(_ utf8: some Collection<UInt8>) -> [UInt8]? {
    if let isLittleEndian {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(utf8.count * 2)
      for unit in String(decoding: utf8, as: UTF8.self).utf16 {
        let pair = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
        bytes += isLittleEndian ? pair : pair.reversed()
      }
      return bytes
    }
    guard let table = upperHalf else { return Array(utf8) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x80 {
        bytes.append(UInt8(scalar.value))
      } else if scalar.value != 0xFFFD,
        let place = table.firstIndex(where: { UInt32($0) == scalar.value })
      {
        bytes.append(UInt8(0x80 + place))
      } else {
        return nil
      }
    }
    return bytes
  }
}

extension Decoded {
  /// The original bytes of a span of the text; they differ from the encoded text where it is broken.
  func originalBytes(of span: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    var done = span.lowerBound
    for run in brokenRuns(in: span) {
      bytes += encoding.encode(utf8[done..<run.at]) ?? []
      bytes += run.bytes
      done = run.at + 3
    }
    return bytes + (encoding.encode(utf8[done..<span.upperBound]) ?? [])
  }

  /// The runs of broken bytes whose stand-in lies in a span of the text.
  func brokenRuns(in span: Range<Int>) -> ArraySlice<Broken> {
    if broken.isEmpty { return [] }
    let first = broken.partitioningIndex { $0.at >= span.lowerBound }
    let last = broken.partitioningIndex { $0.at >= span.upperBound }
    return broken[first..<last]
  }
}

extension Array {
  /// The first place from which on the condition holds, for elements in order.
  func partitioningIndex(where belongsAfter: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongsAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
