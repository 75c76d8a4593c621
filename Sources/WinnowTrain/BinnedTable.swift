import WinnowClean

/// The bins of many lines, column after column.
struct BinnedTable {
  let binning: Binning
  let count: Int
  /// Column `c` of line `k` is at `c * count + k`.
  private(set) var bins: [UInt8]

  var width: Int { binning.cuts.count }

  /// A table whose rows are all to be filled.
  init(binning: Binning, count: Int) {
    self.binning = binning
    self.count = count
    bins = Array(repeating: 0, count: binning.cuts.count * count)
  }

  /// Puts rows of `width` values each into the table from line `first` on.
  mutating func fill(from first: Int, rows: FeatureRows) {
    for row in 0..<rows.count {
      for column in 0..<width {
        let bin = binning.bin(rows[row, column], column: column)
        bins[column * count + first + row] = bin
      }
    }
  }
}
