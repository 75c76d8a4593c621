import WinnowIO

/// How a file is packed: its first bytes say so, never its name.
package enum Packing {
  private static let gzip: [UInt8] = [0x1F, 0x8B]
  private static let zstd: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]

  /// Reads a file's bytes, unpacked where gzip or zstd has packed them.
  package static func reader(
    _ file: consuming OwnedDescriptor,
    _ path: Path
  ) throws(FormatError) -> ByteReader {
    let reader = ByteReader(FileBytes(file, path))
    if try reader.begins(with: gzip) { return ByteReader(try GzipBytes(reader, path)) }
    if try reader.begins(with: zstd) { return ByteReader(try ZstdBytes(reader, path)) }
    return reader
  }
}
