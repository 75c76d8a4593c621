import CZlib
import WinnowIO

/// The bytes that gzip has packed (RFC 1952), one member or many, as a WARC file has them.
package final class GzipBytes: ByteSource {
  private let packed: any ByteSource
  private let path: Path
  /// zlib remembers where it lies.
  private let stream: UnsafeMutablePointer<z_stream>
  private var input = [UInt8](repeating: 0, count: 1 << 16)
  private var used = 0
  private var filled = 0
  /// How many packed bytes lie before those of `input`.
  private var before = 0
  /// Whether the last buffer was too small for all that was unpacked.
  private var holdsMore = false
  private var isInMember = false

  package init(_ packed: any ByteSource, _ path: Path) throws(FormatError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    self.packed = packed
    self.path = path
    // 15: the largest window; and 16: gzip's header and checksum, not zlib's own.
    let size = CInt(MemoryLayout<z_stream>.size)
    if inflateInit2_(stream, 15 + 16, ZLIB_VERSION, size) != Z_OK {
      throw .damaged(path, at: 0, reason: "no memory to unpack it with zlib")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  package func read(
    into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(FormatError) -> Int {
    while true {
      if used == filled, !holdsMore, try !refill() {
        if isInMember {
          throw .damaged(path, at: before, reason: "it ends in the middle of a gzip member")
        }
        return 0
      }
      isInMember = true
      let (answer, made) = inflate(into: buffer)
      switch answer {
      case Z_STREAM_END:
        isInMember = false
        inflateReset(stream)
      // What came before the damage comes first; zlib says it again.
      case Z_OK, Z_BUF_ERROR,
        _ where made > 0:
        break
      default:
        let reason = stream.pointee.msg.map { String(cString: $0) } ?? "error \(answer)"
        throw .damaged(path, at: before + used, reason: "gzip: \(reason)")
      }
      holdsMore = made == buffer.count
      if made > 0 { return made }
    }
  }

  private func inflate(into buffer: UnsafeMutableBufferPointer<UInt8>) -> (answer: CInt, made: Int)
  {
    input.withUnsafeMutableBufferPointer { bytes in
      stream.pointee.next_in = bytes.baseAddress.map { $0 + used }
      stream.pointee.avail_in = CUnsignedInt(filled - used)
      stream.pointee.next_out = buffer.baseAddress
      let room = CUnsignedInt(clamping: buffer.count)
      stream.pointee.avail_out = room
      let answer = CZlib.inflate(stream, Z_NO_FLUSH)
      used = filled - Int(stream.pointee.avail_in)
      return (answer, Int(room - stream.pointee.avail_out))
    }
  }

  private func refill() throws(FormatError) -> Bool {
    before += filled
    used = 0
    filled = 0
    filled = try input.withUnsafeMutableBufferPointer { buffer throws(FormatError) in
      try packed.read(into: buffer)
    }
    return filled > 0
  }
}
