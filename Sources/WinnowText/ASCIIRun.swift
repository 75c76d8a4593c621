/// Looks at ASCII text eight bytes at a time.
enum ASCIIRun {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// How many letters there are before the first eight bytes that are not all ASCII, and how many
  /// bytes were looked at.
  static func letters(in text: [UInt8], _ span: Range<Int>) -> (letters: Int, length: Int) {
    text.withUnsafeBytes { text in
      var letters = 0
      var at = span.lowerBound
      while at + 8 <= span.upperBound {
        let eight = text.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        if eight & highBits != 0 { break }
        // In lower case a letter is at least "a" and less than the sign after "z": adding what lacks to
        // 0x80 sets a byte's highest bit, or doesn't.
        let lower = eight | (0x20 * ones)
        letters += ((lower + 0x1F * ones) & ~(lower + 0x05 * ones) & highBits).nonzeroBitCount
        at += 8
      }
      return (letters, at - span.lowerBound)
    }
  }
}
