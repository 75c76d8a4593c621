import WinnowIO

/// Names for files whose own name is taken or too long.
enum FileName {
  /// The longest name that Linux file systems take, in bytes.
  static let longest = 255
  /// An extension longer than this is a sentence with a dot in it.
  private static let longestExtension = 16

  /// The stem, a dot, the mark and the extension, the stem cut so that all of it fits.
  static func marked(_ name: Path, _ mark: String, longest: Int = longest) -> Path {
    let (stem, ending) = split(name)
    let tail = [UInt8(ascii: ".")] + Array(mark.utf8) + ending
    return Path(bytes: cut(stem, to: longest - tail.count) + tail)
  }

  /// The name cut so that it fits.
  static func shortened(_ name: Path, to longest: Int) -> Path {
    if name.bytes.count <= longest { return name }
    let (stem, ending) = split(name)
    return Path(bytes: cut(stem, to: longest - ending.count) + ending)
  }

  private static func split(_ name: Path) -> (stem: ArraySlice<UInt8>, ending: ArraySlice<UInt8>) {
    let bytes = name.bytes
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > 0,
      bytes.count - dot <= longestExtension
    else { return (bytes[...], []) }
    return (bytes[..<dot], bytes[dot...])
  }

  /// Cuts between characters, where the bytes are UTF-8.
  private static func cut(_ bytes: ArraySlice<UInt8>, to count: Int) -> ArraySlice<UInt8> {
    if bytes.count <= count { return bytes }
    var end = bytes.startIndex + count
    for _ in 0..<3 where end > bytes.startIndex && bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return bytes[..<end]
  }
}
