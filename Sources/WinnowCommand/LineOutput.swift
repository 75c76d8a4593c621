/// Lines on their way to standard output, written many at a time.
package final class LineOutput {
  private var bytes: [UInt8] = []

  package init() {}

  package func add(_ line: [UInt8]) throws {
    bytes += line
    bytes.append(0x0A)
    if bytes.count >= 1 << 16 { try flush() }
  }

  package func flush() throws {
    try Terminal.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
