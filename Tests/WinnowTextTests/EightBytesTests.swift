import Testing

@testable import WinnowText

@Suite struct EightBytesTests {
  /// Eight bytes at a time, with each byte at each place among others.
  private func forEach(_ body: ([UInt8]) -> Void) {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<8 {
        for other in [0x00, 0x0A, 0x20, 0x41, 0x7A, 0x7F, 0x80, 0xFF] as [UInt8] {
          var bytes = [UInt8](repeating: other, count: 8)
          bytes[place] = byte
          body(bytes)
        }
      }
    }
  }

  private func eight(_ bytes: [UInt8]) -> EightBytes {
    bytes.withUnsafeBufferPointer { EightBytes($0, at: 0) }
  }

  @Test("Each byte is compared alone")
  func comparison() {
    forEach { bytes in
      let eight = eight(bytes)
      for limit in [0x01, 0x0B, 0x20, 0x61, 0x7F] as [UInt8] {
        let places = (0..<8).filter { eight.atLeast(limit) >> (8 * $0 + 7) & 1 == 1 }
        #expect(places == bytes.indices.filter { bytes[$0] >= limit })
        #expect(eight.atLeast(limit) ^ eight.below(limit) == 0x8080_8080_8080_8080)
      }
      #expect(eight.isASCII == bytes.allSatisfy { $0 < 0x80 })
    }
  }

  @Test("Letters are counted as one by one")
  func letters() {
    forEach { bytes in
      let eight = eight(bytes)
      guard eight.isASCII else { return }
      #expect(eight.letters == bytes.count { ($0 | 0x20) &- 0x61 < 26 })
    }
  }

  @Test("Plain is what can be seen, and single spaces")
  func plain() {
    forEach { bytes in
      for last in [0x20, 0x41] as [UInt8] {
        let all = [last] + bytes
        let isDouble = zip(all, bytes).contains { $0 == 0x20 && $1 == 0x20 }
        let isPlain = !isDouble && bytes.allSatisfy { (0x20..<0x7F).contains($0) }
        #expect(eight(bytes).isPlain(after: last) == isPlain)
      }
    }
  }

  @Test("Places are found in texts of any length")
  func places() {
    for count in 0..<40 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
      var found: [Int] = []
      bytes.forEachPlace(below: 0x20) { found.append($0) }
      #expect(found == bytes.indices.filter { bytes[$0] < 0x20 })
    }
  }

  @Test("Spans are compared to their last byte")
  func sameBytes() {
    for count in 0..<20 {
      let bytes = (0..<count).map(UInt8.init)
      let other = [0xFF] + bytes + [0xFF]
      #expect(bytes.has(other, 1..<count + 1, at: 0..<count))
      #expect(!bytes.has(other, 1..<count + 2, at: 0..<count))
      for place in bytes.indices {
        var changed = other
        changed[place + 1] ^= 0x80
        #expect(!bytes.has(changed, 1..<count + 1, at: 0..<count))
      }
    }
  }
}
