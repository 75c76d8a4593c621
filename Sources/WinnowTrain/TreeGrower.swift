import Dispatch
import WinnowClean

/// Grows one tree leaf by leaf, the best split first.
struct TreeGrower {
  /// A leaf of the tree so far.
  private struct Leaf {
    /// Its place in the tree's nodes.
    var node: Int
    /// Its lines, as a span of `lines`.
    var span: Range<Int>
    var total: SIMD2<Double>
    var histogram: Histogram
    var split: Split?
  }

  private let table: BinnedTable
  private let columns: [Int]
  private let limits: SplitLimits
  private let rate: Double
  private var lines: [Int32]
  /// Each line's first and second derivative of the loss, in the order of `lines`.
  private var slopes: [SIMD2<Float>]
  private var nodes: [TreeModel.Node] = []
  private var sizes: [Int] = []

  /// A tree over some columns of some lines; `slopes` are of all lines of the table.
  init(
    table: BinnedTable,
    columns: [Int],
    lines: [Int32],
    slopes: [SIMD2<Float>],
    limits: SplitLimits,
    rate: Double
  ) {
    self.table = table
    self.columns = columns
    self.lines = lines
    self.slopes = lines.map { slopes[Int($0)] }
    self.limits = limits
    self.rate = rate
  }

  /// Grows the tree to at most this many leaves.
  mutating func grow(leaves limit: Int) -> TreeModel.Tree {
    var total = SIMD2<Double>.zero
    for slope in slopes { total += SIMD2<Double>(slope) }
    var leaves = [leaf(lines.indices, total, histogram(lines.indices))]
    while leaves.count < limit {
      var best: Int?
      for (place, leaf) in leaves.enumerated() {
        guard let split = leaf.split else { continue }
        if let best, let found = leaves[best].split, found.gain >= split.gain { continue }
        best = place
      }
      guard let best, let split = leaves[best].split else { break }
      let (left, right) = part(leaves[best], split)
      leaves[best] = left
      leaves.append(right)
    }
    setMeans()
    return TreeModel.Tree(nodes: nodes)
  }

  /// A new node, as a leaf.
  private mutating func leaf(
    _ span: Range<Int>,
    _ total: SIMD2<Double>,
    _ histogram: Histogram
  ) -> Leaf {
    nodes.append(TreeModel.Node(leaf: Float(-rate * total[0] / (total[1] + limits.l2))))
    sizes.append(span.count)
    let split = bestSplit(histogram, total, span.count)
    return Leaf(
      node: nodes.count - 1,
      span: span,
      total: total,
      histogram: histogram,
      split: split
    )
  }

  private mutating func part(_ leaf: Leaf, _ split: Split) -> (Leaf, Leaf) {
    let middle = partition(leaf.span, split)
    let leftSpan = leaf.span.lowerBound..<middle
    let rightSpan = middle..<leaf.span.upperBound
    let isLeftSmaller = leftSpan.count <= rightSpan.count
    let smaller = histogram(isLeftSmaller ? leftSpan : rightSpan)
    var larger = leaf.histogram
    larger.subtract(smaller)
    let left = self.leaf(leftSpan, split.sums, isLeftSmaller ? smaller : larger)
    let right = self.leaf(rightSpan, leaf.total - split.sums, isLeftSmaller ? larger : smaller)
    nodes[leaf.node].feature = Int16(split.column)
    nodes[leaf.node].left = UInt16(left.node)
    nodes[leaf.node].right = UInt16(right.node)
    nodes[leaf.node].threshold = table.binning.cuts[split.column][split.bin]
    return (left, right)
  }

  /// Moves the lines that go left to the front of a span, in order; returns where the others begin.
  private mutating func partition(_ span: Range<Int>, _ split: Split) -> Int {
    var middle = span.lowerBound
    var others: [(Int32, SIMD2<Float>)] = []
    let base = split.column * table.count
    for place in span {
      if table.bins[base + Int(lines[place])] <= split.bin {
        lines[middle] = lines[place]
        slopes[middle] = slopes[place]
        middle += 1
      } else {
        others.append((lines[place], slopes[place]))
      }
    }
    for (offset, other) in others.enumerated() {
      (lines[middle + offset], slopes[middle + offset]) = other
    }
    return middle
  }

  /// A question's value is the mean of the leaves below it, weighed by their lines.
  private mutating func setMeans() {
    for node in nodes.indices.reversed() where nodes[node].feature >= 0 {
      let (left, right) = (Int(nodes[node].left), Int(nodes[node].right))
      let sum = nodes[left].value * Float(sizes[left]) + nodes[right].value * Float(sizes[right])
      nodes[node].value = sum / Float(max(1, sizes[node]))
    }
  }
}

extension TreeGrower {
  /// Pointers that the threads of one `concurrentPerform` share.
  ///
  /// Safe because each column's bins are written by the one thread that has the column.
  private struct Shared: @unchecked Sendable {
    let bins: UnsafePointer<UInt8>
    let lines: UnsafePointer<Int32>
    let slopes: UnsafePointer<SIMD2<Float>>
    let sums: UnsafeMutablePointer<SIMD2<Double>>
    let counts: UnsafeMutablePointer<Int32>

    /// Adds the lines of a span to the histogram of one column.
    func add(_ span: Range<Int>, column: UnsafePointer<UInt8>, place: Int) {
      let sums = sums + place * Histogram.stride
      let counts = counts + place * Histogram.stride
      for at in span {
        let bin = Int(column[Int(lines[at])])
        sums[bin] += SIMD2<Double>(slopes[at])
        counts[bin] += 1
      }
    }
  }

  /// Adds up a span of lines; the sums do not depend on the threads, each column is one's alone.
  private func histogram(_ span: Range<Int>) -> Histogram {
    var histogram = Histogram(columns: columns.count)
    let columns = columns
    let count = table.count
    table.bins.withUnsafeBufferPointer { bins in
      lines.withUnsafeBufferPointer { lines in
        slopes.withUnsafeBufferPointer { slopes in
          histogram.sums.withUnsafeMutableBufferPointer { sums in
            histogram.counts.withUnsafeMutableBufferPointer { counts in
              guard let bins = bins.baseAddress, let lines = lines.baseAddress,
                let slopes = slopes.baseAddress, let sums = sums.baseAddress,
                let counts = counts.baseAddress
              else { return }
              let shared = Shared(
                bins: bins,
                lines: lines,
                slopes: slopes,
                sums: sums,
                counts: counts
              )
              DispatchQueue.concurrentPerform(iterations: columns.count) { place in
                shared.add(span, column: shared.bins + columns[place] * count, place: place)
              }
            }
          }
        }
      }
    }
    return histogram
  }

  private func bestSplit(
    _ histogram: Histogram,
    _ total: SIMD2<Double>,
    _ count: Int
  ) -> Split? {
    guard count >= 2 * limits.minRows else { return nil }
    var best: Split?
    for (place, column) in columns.enumerated() {
      let found = limits.best(
        histogram,
        place: place,
        column: column,
        bins: table.binning.cuts[column].count + 1,
        total: total,
        count: count
      )
      guard let found else { continue }
      if found.gain > best?.gain ?? 0 { best = found }
    }
    return best
  }
}
