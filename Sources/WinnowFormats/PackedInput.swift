/// The packed bytes that an unpacker works on next.
struct PackedInput {
  private let source: any ByteSource
  private(set) var bytes: [UInt8]
  /// How many of `bytes` there are, and how many of these the unpacker has used.
  private(set) var filled = 0
  var used = 0
  /// How many packed bytes lie before those of `bytes`.
  private(set) var before = 0

  init(_ source: any ByteSource, size: Int) {
    self.source = source
    bytes = Array(repeating: 0, count: size)
  }

  /// Reads on once all is used; false at the end.
  mutating func refill() throws(FormatError) -> Bool {
    before += filled
    used = 0
    filled = 0
    filled = try bytes.withUnsafeMutableBufferPointer { [source] buffer throws(FormatError) in
      try source.read(into: buffer)
    }
    return filled > 0
  }
}
