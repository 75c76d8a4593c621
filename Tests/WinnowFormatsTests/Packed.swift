import CZlib
import CZstd
import WinnowFormats

/// Bytes that come in pieces of a test's choice.
final class Pieces: ByteSource {
  private var pieces: [ArraySlice<UInt8>]

  init(_ pieces: [[UInt8]]) { self.pieces = pieces.reversed().map { $0[...] } }

  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(FormatError) -> Int {
    guard let piece = pieces.popLast() else { return 0 }
    let count = min(piece.count, buffer.count)
    _ = buffer.update(fromContentsOf: piece.prefix(count))
    if count < piece.count { pieces.append(piece.dropFirst(count)) }
    return count
  }
}

extension [UInt8] {
  func chunked(_ size: Int) -> [[UInt8]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}

extension ByteSource {
  /// All of its bytes, read through a buffer of the given size.
  func all(by size: Int = 4096) throws(FormatError) -> [UInt8] {
    var all: [UInt8] = []
    var block = [UInt8](repeating: 0, count: size)
    while true {
      let got = try block.withUnsafeMutableBufferPointer { buffer throws(FormatError) in
        try read(into: buffer)
      }
      if got == 0 { return all }
      all += block[..<got]
    }
  }
}

/// One gzip member.
func gzipped(_ bytes: [UInt8]) -> [UInt8] {
  var stream = z_stream()
  let size = CInt(MemoryLayout<z_stream>.size)
  deflateInit2_(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
  defer { deflateEnd(&stream) }
  var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, CUnsignedLong(bytes.count))))
  var input = bytes
  let room = packed.count
  input.withUnsafeMutableBufferPointer { from in
    packed.withUnsafeMutableBufferPointer { to in
      stream.next_in = from.baseAddress
      stream.avail_in = CUnsignedInt(from.count)
      stream.next_out = to.baseAddress
      stream.avail_out = CUnsignedInt(room)
      deflate(&stream, Z_FINISH)
    }
  }
  return Array(packed.prefix(Int(stream.total_out)))
}

/// One zstd frame, without a checksum.
func zstandard(_ bytes: [UInt8]) -> [UInt8] {
  var packed = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
  let count = ZSTD_compress(&packed, packed.count, bytes, bytes.count, 3)
  return Array(packed.prefix(count))
}
