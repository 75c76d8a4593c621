/// Rows turned on their side: of each column the values of sixteen lines, side by side.
struct LineBlocks {
  typealias Lines = SIMD16<Float>

  /// How many blocks of sixteen lines there are; the last one is filled up with the last line.
  let count: Int
  /// By column the value that all lines have; nil where they differ.
  let common: [Float?]
  private let width: Int
  private let values: [Lines]

  init(_ rows: FeatureRows) {
    let (count, width) = ((rows.count + 15) / 16, rows.width)
    let last = rows.count - 1
    let values = [Lines](unsafeUninitializedCapacity: count * width) { blocks, used in
      // Line 16b + k of column c is number k of sixteen at place b * width + c, as `Lines` lie in
      // memory; all 16 * count * width of them are written.
      let blocks = UnsafeMutableRawBufferPointer(blocks).bindMemory(to: Float.self)
      rows.values.withUnsafeBufferPointer { rows in
        for line in 0..<16 * count {
          var to = line / 16 * width * 16 + line % 16
          for from in min(line, last) * width..<(min(line, last) + 1) * width {
            blocks[to] = rows[from]
            to &+= 16
          }
        }
      }
      used = count * width
    }
    self.count = count
    self.width = width
    self.values = values
    common = (0..<width).map { column in
      guard count > 0 else { return nil }
      let first = Lines(repeating: values[column][0])
      let isSame = (0..<count).allSatisfy { values[$0 * width + column] == first }
      return isSame ? first[0] : nil
    }
  }

  subscript(block: Int, column: Int) -> Lines { values[block * width + column] }
}
