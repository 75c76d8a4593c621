import CZlib
import WinnowIO

/// The bytes that gzip has packed (RFC 1952), one member or many, as a WARC file has them.
package final class GzipBytes: ByteSource {
  private let path: Path
  /// zlib remembers where it lies.
  private let stream: UnsafeMutablePointer<z_stream>
  private var input: PackedInput
  /// Whether the last buffer was too small for all that was unpacked.
  private var holdsMore = false
  private var isInMember = false

  package init(_ packed: any ByteSource, _ path: Path) throws(FormatError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    input = PackedInput(packed, size: 1 << 16)
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
      if input.used == input.filled, !holdsMore, try !input.refill() {
        if isInMember {
          throw .damaged(path, at: input.before, reason: "it ends in the middle of a gzip member")
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
        throw .damaged(path, at: input.before + input.used, reason: "gzip: \(reason)")
      }
      holdsMore = made == buffer.count
      if made > 0 { return made }
    }
  }

  private func inflate(into buffer: UnsafeMutableBufferPointer<UInt8>) -> (answer: CInt, made: Int)
  {
    let (used, filled) = (input.used, input.filled)
    let (answer, left, made) = input.bytes.withUnsafeBufferPointer { bytes in
      // zlib reads there alone: its header would have it const, were it not so old.
      stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress.map { $0 + used })
      stream.pointee.avail_in = CUnsignedInt(filled - used)
      stream.pointee.next_out = buffer.baseAddress
      let room = CUnsignedInt(clamping: buffer.count)
      stream.pointee.avail_out = room
      let answer = CZlib.inflate(stream, Z_NO_FLUSH)
      let made = Int(room - stream.pointee.avail_out)
      return (answer, Int(stream.pointee.avail_in), made)
    }
    input.used = filled - left
    return (answer, made)
  }
}
