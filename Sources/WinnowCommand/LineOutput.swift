/// Lines on their way to standard output, written many at a time.
package final class LineOutput {
  private var bytes: [UInt8] = []

  package init() {}

  package func add(_ line: [UInt8]) throws { try write(line + [0x0A]) }

  /// Adds lines that have their newlines.
  func write(_ lines: [UInt8]) throws {
    bytes += lines
    if bytes.count >= 1 << 16 { try flush() }
  }

  package func flush() throws {
    try Terminal.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
