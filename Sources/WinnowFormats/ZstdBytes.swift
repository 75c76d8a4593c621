import CZstd
import WinnowIO

/// The bytes that zstd has packed (RFC 8878), one frame or many.
package final class ZstdBytes: ByteSource {
  private let packed: any ByteSource
  private let path: Path
  private let stream: OpaquePointer
  private var input = [UInt8](repeating: 0, count: ZSTD_DStreamInSize())
  private var used = 0
  private var filled = 0
  /// How many packed bytes lie before those of `input`.
  private var before = 0
  /// Whether the last buffer was too small for all that was unpacked.
  private var holdsMore = false
  /// What zstd said last; 0 once a frame is complete.
  private var wanted = 1

  package init(_ packed: any ByteSource, _ path: Path) throws(FormatError) {
    guard let stream = ZSTD_createDStream() else {
      throw .damaged(path, at: 0, reason: "no memory to unpack it with zstd")
    }
    self.packed = packed
    self.path = path
    self.stream = stream
  }

  deinit { ZSTD_freeDStream(stream) }

  package func read(
    into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(FormatError) -> Int {
    while true {
      if used == filled, !holdsMore, try !refill() {
        if wanted != 0 {
          throw .damaged(path, at: before, reason: "it ends in the middle of a zstd frame")
        }
        return 0
      }
      var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
      wanted = input.withUnsafeBufferPointer { bytes in
        var source = ZSTD_inBuffer(src: bytes.baseAddress, size: filled, pos: used)
        let answer = ZSTD_decompressStream(stream, &output, &source)
        used = source.pos
        return answer
      }
      if ZSTD_isError(wanted) != 0 {
        // What came before the damage comes first; zstd says it again.
        if output.pos > 0 { return output.pos }
        let reason = "zstd: " + String(cString: ZSTD_getErrorName(wanted))
        throw .damaged(path, at: before + used, reason: reason)
      }
      holdsMore = output.pos == buffer.count
      if output.pos > 0 { return output.pos }
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
