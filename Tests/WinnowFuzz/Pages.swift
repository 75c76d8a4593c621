import WinnowFormats
import WinnowIO

extension Subject {
  /// The pages of bytes that come in pieces, and what is wrong behind them: as gzip's where they begin so.
  static func pages(of bytes: [UInt8], by size: Int) -> [String] {
    var found: [String] = []
    do throws(FormatError) {
      let packed = ByteReader(Pieces(bytes, size))
      let isGzip = try packed.begins(with: [0x1F, 0x8B])
      let reader = isGzip ? ByteReader(try GzipBytes(packed, "fuzz")) : packed
      let pages = WETReader(reader, "fuzz", limit: 1000)
      while let page = try pages.next() {
        found.append("\([page.url, page.date, page.recordID]) \(String(describing: page.body))")
      }
    } catch {
      // Where gzip stops may depend on the pieces.
      if !bytes.starts(with: [0x1F, 0x8B]) { found.append(error.description) }
    }
    return found
  }
}

private final class Pieces: ByteSource {
  private var rest: ArraySlice<UInt8>
  private let size: Int

  init(_ bytes: [UInt8], _ size: Int) {
    rest = bytes[...]
    self.size = size
  }

  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(FormatError) -> Int {
    let piece = rest.prefix(min(size, buffer.count))
    _ = buffer.update(fromContentsOf: piece)
    rest = rest.dropFirst(piece.count)
    return piece.count
  }
}
