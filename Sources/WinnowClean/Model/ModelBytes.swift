/// Writes numbers and names as bytes.
struct ModelWriter {
  var bytes: [UInt8] = []

  mutating func add(_ number: some FixedWidthInteger) {
    for shift in stride(from: 0, to: number.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  mutating func add(_ name: String) {
    let name = name.utf8.prefix(255)
    add(UInt8(name.count))
    bytes += name
  }

  mutating func add(_ names: [String]) {
    add(UInt16(names.count))
    for name in names { add(name) }
  }

  mutating func add(_ numbers: [Float]) {
    for number in numbers { add(number.bitPattern) }
  }

  mutating func add(_ weights: StepWeights) {
    add([weights.step])
    bytes += weights.steps.lazy.map(UInt8.init(bitPattern:))
  }

  mutating func addChecksum() { add(ModelChecksum.of(bytes[...])) }
}

/// Reads what `ModelWriter` wrote.
struct ModelReader {
  private let bytes: [UInt8]
  private var at: Int
  private let end: Int

  /// Checks the sum at the end.
  init(_ bytes: [UInt8], from start: Int) throws(LineModelError) {
    self.bytes = bytes
    end = bytes.count - 8
    guard end >= start else { throw LineModelError("is cut off after \(bytes.count) bytes") }
    at = start
    var sum: UInt64 = 0
    for place in 0..<8 { sum |= UInt64(bytes[end + place]) << (8 * place) }
    guard sum == ModelChecksum.of(bytes[..<end]) else {
      throw LineModelError("is damaged: its checksum does not fit its \(bytes.count) bytes")
    }
  }

  var isAtEnd: Bool { at == end }

  mutating func number<Number: FixedWidthInteger & UnsignedInteger>(
    _ type: Number.Type
  ) throws(LineModelError) -> Number {
    var number: Number = 0
    for (place, byte) in try take(Number.bitWidth / 8).enumerated() {
      number |= Number(byte) << (8 * place)
    }
    return number
  }

  mutating func name() throws(LineModelError) -> String {
    String(decoding: try take(Int(try number(UInt8.self))), as: UTF8.self)
  }

  mutating func names() throws(LineModelError) -> [String] {
    var names: [String] = []
    for _ in 0..<Int(try number(UInt16.self)) { names.append(try name()) }
    return names
  }

  mutating func floats(_ count: Int) throws(LineModelError) -> [Float] {
    var floats: [Float] = []
    for _ in 0..<count {
      let float = Float(bitPattern: try number(UInt32.self))
      guard float.isFinite else { throw LineModelError("wants finite numbers, got \(float)") }
      floats.append(float)
    }
    return floats
  }

  mutating func stepWeights() throws(LineModelError) -> StepWeights {
    StepWeights(
      step: try floats(1)[0],
      steps: try take(HashedFeatures.bucketCount).map(Int8.init(bitPattern:))
    )
  }

  private mutating func take(_ count: Int) throws(LineModelError) -> ArraySlice<UInt8> {
    guard end - at >= count else { throw LineModelError("ends too early, at byte \(end)") }
    defer { at += count }
    return bytes[at..<at + count]
  }
}

/// FNV-1a, 64 bits.
private enum ModelChecksum {
  static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
