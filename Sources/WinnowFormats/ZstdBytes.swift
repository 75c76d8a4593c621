import CZstd
import WinnowIO

/// The bytes that zstd has packed (RFC 8878), one frame or many.
package final class ZstdBytes: ByteSource {
  private let path: Path
  private let stream: OpaquePointer
  private var input: PackedInput
  /// Whether the last buffer was too small for all that was unpacked.
  private var holdsMore = false
  /// What zstd said last; 0 once a frame is complete.
  private var wanted = 1

  package init(_ packed: any ByteSource, _ path: Path) throws(FormatError) {
    guard let stream = ZSTD_createDStream() else {
      throw .damaged(path, at: 0, reason: "no memory to unpack it with zstd")
    }
    input = PackedInput(packed, size: ZSTD_DStreamInSize())
    self.path = path
    self.stream = stream
  }

  deinit { ZSTD_freeDStream(stream) }

  package func read(
    into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(FormatError) -> Int {
    while true {
      if input.used == input.filled, !holdsMore, try !input.refill() {
        if wanted != 0 {
          throw .damaged(path, at: input.before, reason: "it ends in the middle of a zstd frame")
        }
        return 0
      }
      var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
      let (used, filled) = (input.used, input.filled)
      (wanted, input.used) = input.bytes.withUnsafeBufferPointer { bytes in
        var source = ZSTD_inBuffer(src: bytes.baseAddress, size: filled, pos: used)
        let answer = ZSTD_decompressStream(stream, &output, &source)
        return (answer, source.pos)
      }
      if ZSTD_isError(wanted) != 0 {
        // What came before the damage comes first; zstd says it again.
        if output.pos > 0 { return output.pos }
        let reason = "zstd: " + String(cString: ZSTD_getErrorName(wanted))
        throw .damaged(path, at: input.before + input.used, reason: reason)
      }
      holdsMore = output.pos == buffer.count
      if output.pos > 0 { return output.pos }
    }
  }
}
