import CZstd
import Glibc
import WinnowFormats
import WinnowIO

/// Writes a file's bytes compressed into another.
enum SegmentPacker {
  /// Returns once the compressed file is on the disk.
  ///
  /// - Returns: false where it was told to stop, with the file left half written.
  static func pack(
    _ source: Path,
    into target: Path,
    in directory: Directory,
    unless isStopped: Guarded<Bool>
  ) throws(StoreError) -> Bool {
    let path = directory.path.appending(target)
    let input = try wanting("compress the segment") { () throws(SystemError) in
      try directory.open(source)
    }
    let output = try wanting("compress the segment") { () throws(SystemError) in
      try directory.open(target, O_WRONLY | O_CREAT | O_TRUNC, mode: 0o640)
    }
    guard let stream = ZSTD_createCCtx() else { throw .damaged(path, reason: "no memory") }
    defer { ZSTD_freeCCtx(stream) }
    ZSTD_CCtx_setParameter(stream, ZSTD_c_checksumFlag, 1)
    let bytes = try RawBytes(input, directory.path.appending(source), from: 0)
    var block = [UInt8](repeating: 0, count: ZSTD_CStreamInSize())
    var packed = [UInt8](repeating: 0, count: ZSTD_CStreamOutSize())
    while true {
      if isStopped.use({ $0 }) { return false }
      let count = try unpacking { () throws(FormatError) in
        try block.withUnsafeMutableBufferPointer { buffer throws(FormatError) in
          try bytes.read(into: buffer)
        }
      }
      var used = 0
      var isDone = false
      while !isDone {
        let step = compress(stream, block, count, &used, &packed)
        if ZSTD_isError(step.left) != 0 {
          throw .damaged(path, reason: String(cString: ZSTD_getErrorName(step.left)))
        }
        try wanting("compress the segment") { () throws(SystemError) in
          if let refused = output.write(packed[..<step.made], path).refused { throw refused }
        }
        isDone = count == 0 ? step.left == 0 : used == count
      }
      if count == 0 { break }
    }
    try wanting("compress the segment") { () throws(SystemError) in try output.syncBytes(path) }
    return true
  }

  /// Feeds a block, the empty one being the end, and says how much came out and is left inside.
  private static func compress(
    _ stream: OpaquePointer,
    _ block: [UInt8],
    _ count: Int,
    _ used: inout Int,
    _ packed: inout [UInt8]
  ) -> (made: Int, left: Int) {
    block.withUnsafeBufferPointer { from in
      packed.withUnsafeMutableBufferPointer { to in
        var input = ZSTD_inBuffer(src: from.baseAddress, size: count, pos: used)
        var output = ZSTD_outBuffer(dst: to.baseAddress, size: to.count, pos: 0)
        let left = ZSTD_compressStream2(
          stream,
          &output,
          &input,
          count == 0 ? ZSTD_e_end : ZSTD_e_continue
        )
        used = input.pos
        return (output.pos, left)
      }
    }
  }
}
