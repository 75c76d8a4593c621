/// A file's bytes as text, with all that is needed to give the bytes back.
package struct Decoded: Sendable {
  /// Bytes that mean nothing in the encoding; one U+FFFD stands for each run of them.
  struct Broken: Sendable {
    /// Where the U+FFFD begins in `utf8`.
    let at: Int
    var bytes: [UInt8]
  }

  package let encoding: Encoding
  /// The text, always well-formed UTF-8.
  let utf8: [UInt8]
  /// In order of place.
  let broken: [Broken]
  /// Not text at all: then the whole file is one run of broken bytes.
  let isBinary: Bool

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Decodes a file in the encoding that it is most likely in.
  package init(_ bytes: [UInt8]) {
    let isUTF8 = UTF8Scan.isValid(bytes)
    self.init(bytes, as: Encoding.detect(bytes, isUTF8: isUTF8), isUTF8: isUTF8)
  }

  package init(_ bytes: [UInt8], as encoding: Encoding) {
    self.init(bytes, as: encoding, isUTF8: UTF8Scan.isValid(bytes))
  }

  private init(_ bytes: [UInt8], as encoding: Encoding, isUTF8: Bool) {
    var text: (utf8: [UInt8], broken: [Broken])
    if let table = encoding.upperHalf {
      text = Self.singleBytes(bytes, table)
    } else if let isLittleEndian = encoding.isLittleEndian {
      text = Self.utf16(bytes.dropFirst(encoding.mark.count), isLittleEndian)
    } else {
      let own = encoding.mark.isEmpty ? bytes : Array(bytes.dropFirst(encoding.mark.count))
      text = isUTF8 ? (own, []) : Self.utf8(own)
    }
    isBinary = Self.isBinary(text.utf8, text.broken, count: bytes.count)
    if isBinary {
      self.encoding = .utf8
      text = (Self.replacement, [Broken(at: 0, bytes: bytes)])
    } else {
      self.encoding = encoding
    }
    (utf8, broken) = text
  }

  /// Whether more than a tenth is control characters and broken bytes, which no text has.
  private static func isBinary(_ utf8: [UInt8], _ broken: [Broken], count: Int) -> Bool {
    var odd = broken.reduce(0) { $0 + $1.bytes.count }
    utf8.forEachPlace(below: 0x20) { at in
      let byte = utf8[at]
      if byte != 0x0A && byte != 0x0D && byte != 0x09 { odd += 1 }
    }
    return odd * 10 > count
  }

  private static func utf8(_ bytes: [UInt8]) -> ([UInt8], [Broken]) {
    var utf8: [UInt8] = []
    var broken: [Broken] = []
    utf8.reserveCapacity(bytes.count + 64)
    var done = 0
    for run in UTF8Scan(bytes).brokenRuns {
      utf8 += bytes[done..<run.lowerBound]
      broken.append(Broken(at: utf8.count, bytes: Array(bytes[run])))
      utf8 += replacement
      done = run.upperBound
    }
    utf8 += bytes[done...]
    return (utf8, broken)
  }

  private static func singleBytes(_ bytes: [UInt8], _ table: [UInt16]) -> ([UInt8], [Broken]) {
    var utf8: [UInt8] = []
    var broken: [Broken] = []
    utf8.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      guard byte >= 0x80 else {
        utf8.append(byte)
        continue
      }
      let unit = table[Int(byte) - 0x80]
      if unit == 0xFFFD {
        append([byte], to: &utf8, &broken)
      } else if let scalar = Unicode.Scalar(unit) {
        utf8.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
    return (utf8, broken)
  }

  private static func utf16(
    _ bytes: ArraySlice<UInt8>,
    _ isLittleEndian: Bool
  ) -> ([UInt8], [Broken]) {
    var utf8: [UInt8] = []
    var broken: [Broken] = []
    utf8.reserveCapacity(bytes.count)
    func unit(_ at: Int) -> UInt16 {
      let pair = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
      return isLittleEndian ? pair.0 | pair.1 << 8 : pair.1 | pair.0 << 8
    }
    var at = bytes.startIndex
    while at + 1 < bytes.endIndex {
      let first = unit(at)
      if let scalar = Unicode.Scalar(first) {
        utf8.append(contentsOf: UTF8.encode(scalar) ?? .init())
        at += 2
      } else if UTF16.isLeadSurrogate(first), at + 3 < bytes.endIndex,
        UTF16.isTrailSurrogate(unit(at + 2))
      {
        let pair = UTF16.EncodedScalar([first, unit(at + 2)])
        utf8.append(contentsOf: UTF8.encode(UTF16.decode(pair)) ?? .init())
        at += 4
      } else {
        append(bytes[at..<at + 2], to: &utf8, &broken)
        at += 2
      }
    }
    if at < bytes.endIndex { append(bytes[at...], to: &utf8, &broken) }
    return (utf8, broken)
  }

  /// Adds a run of broken bytes, or lengthens the run that ends here.
  private static func append(
    _ bytes: some Sequence<UInt8>,
    to utf8: inout [UInt8],
    _ broken: inout [Broken]
  ) {
    if let last = broken.last, last.at + replacement.count == utf8.count {
      broken[broken.count - 1].bytes += bytes
    } else {
      broken.append(Broken(at: utf8.count, bytes: Array(bytes)))
      utf8 += replacement
    }
  }
}
