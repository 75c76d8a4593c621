/// CRC-32C (Castagnoli, RFC 3720 appendix B.4), eight bytes a step (slicing-by-8, Intel 2006).
package struct CRC32C {
  private var state: UInt32 = 0xFFFF_FFFF

  package init() {}

  /// The checksum of all bytes so far.
  package var value: UInt32 { state ^ 0xFFFF_FFFF }

  package mutating func update(_ bytes: some Collection<UInt8>) {
    let done: Void? = bytes.withContiguousStorageIfAvailable { update(buffer: $0) }
    if done == nil { Array(bytes).withUnsafeBufferPointer { update(buffer: $0) } }
  }

  private mutating func update(buffer: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(buffer)
    Self.tables.withUnsafeBufferPointer { table in
      var crc = state
      var at = 0
      while at + 8 <= raw.count {
        let low = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt32.self)) ^ crc
        let high = UInt32(
          littleEndian: raw.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self)
        )
        crc = 0
        for step in 0..<4 {
          crc ^= table[Int(low >> UInt32(8 * step) & 255) + (7 - step) * 256]
          crc ^= table[Int(high >> UInt32(8 * step) & 255) + (3 - step) * 256]
        }
        at += 8
      }
      while at < raw.count {
        crc = table[Int((crc ^ UInt32(raw[at])) & 255)] ^ (crc >> 8)
        at += 1
      }
      state = crc
    }
  }

  // Eight tables of 256: table k takes a byte that stands k bytes before the end of the step.
  private static let tables: [UInt32] = {
    var tables: [UInt32] = []
    for byte in UInt32(0)..<256 {
      var crc = byte
      for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0x82F6_3B78 : crc >> 1 }
      tables.append(crc)
    }
    for at in 256..<2048 {
      let previous = tables[at - 256]
      tables.append(tables[Int(previous & 255)] ^ (previous >> 8))
    }
    return tables
  }()
}
