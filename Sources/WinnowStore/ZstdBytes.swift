import CZstd
import Glibc
import WinnowIO

/// A segment that is kept compressed, read as if it were not.
final class ZstdBytes: SegmentBytes {
  private let file: OwnedDescriptor
  private let path: Path
  private let stream: OpaquePointer
  private var input = [UInt8](repeating: 0, count: ZSTD_DStreamInSize())
  private var used = 0
  private var filled = 0
  /// What zstd said last; 0 once a frame is complete.
  private var wanted = 1

  init(_ file: consuming OwnedDescriptor, _ path: Path) throws(StoreError) {
    guard let stream = ZSTD_createDStream() else { throw .damaged(path, reason: "no memory") }
    self.file = file
    self.path = path
    self.stream = stream
  }

  deinit { ZSTD_freeDStream(stream) }

  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(StoreError) -> Int {
    while true {
      if used == filled, try !refill() {
        if wanted != 0 { throw .damaged(path, reason: "it ends in the middle of a frame") }
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
        throw .damaged(path, reason: String(cString: ZSTD_getErrorName(wanted)))
      }
      if output.pos > 0 { return output.pos }
    }
  }

  private func refill() throws(StoreError) -> Bool {
    used = 0
    filled = 0
    filled = try wanting("read the segment") { () throws(SystemError) in
      try input.withUnsafeMutableBufferPointer { buffer throws(SystemError) in
        try checked("read", path) { Glibc.read(file.raw, buffer.baseAddress, buffer.count) }
      }
    }
    return filled > 0
  }
}
