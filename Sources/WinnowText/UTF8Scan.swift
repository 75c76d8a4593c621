/// What of some bytes is UTF-8 and what is not.
struct UTF8Scan {
  /// Maximal runs of bytes that belong to no well-formed sequence.
  private(set) var brokenRuns: [Range<Int>] = []
  /// How many scalars of two or more bytes there are.
  private(set) var wideScalars = 0

  var brokenBytes: Int { brokenRuns.reduce(0) { $0 + $1.count } }

  static func isValid(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { (try? UTF8Span(validating: $0.span)) != nil }
  }

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      var at = 0
      while at < buffer.count {
        if buffer[at] < 0x80 {
          at += 1
          continue
        }
        let length = Self.length(of: buffer, at: at)
        if length > 0 {
          wideScalars += 1
          at += length
          continue
        }
        if let last = brokenRuns.last, last.upperBound == at {
          brokenRuns[brokenRuns.count - 1] = last.lowerBound..<at + 1
        } else {
          brokenRuns.append(at..<at + 1)
        }
        at += 1
      }
    }
  }

  /// Bytes in the well-formed sequence that begins here, 0 where none does (Unicode 16, table 3-7).
  private static func length(of bytes: UnsafeBufferPointer<UInt8>, at: Int) -> Int {
    func isTail(_ offset: Int, from low: UInt8 = 0x80, to high: UInt8 = 0xBF) -> Bool {
      at + offset < bytes.count && bytes[at + offset] >= low && bytes[at + offset] <= high
    }
    switch bytes[at] {
    case 0xC2...0xDF: return isTail(1) ? 2 : 0
    case 0xE0: return isTail(1, from: 0xA0) && isTail(2) ? 3 : 0
    case 0xED: return isTail(1, to: 0x9F) && isTail(2) ? 3 : 0
    case 0xE1...0xEF: return isTail(1) && isTail(2) ? 3 : 0
    case 0xF0: return isTail(1, from: 0x90) && isTail(2) && isTail(3) ? 4 : 0
    case 0xF1...0xF3: return isTail(1) && isTail(2) && isTail(3) ? 4 : 0
    case 0xF4: return isTail(1, to: 0x8F) && isTail(2) && isTail(3) ? 4 : 0
    default: return 0
    }
  }
}
