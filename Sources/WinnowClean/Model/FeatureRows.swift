/// Numbers about each line of a document: a row a line, a column a feature.
package struct FeatureRows: Sendable {
  /// The columns' names.
  package let names: [String]
  package let count: Int
  package let width: Int
  /// Row after row.
  package internal(set) var values: [Float]
  private var at = 0

  /// Rows of zeros.
  package init(names: [String], count: Int) {
    self.names = names
    self.count = count
    width = names.count
    values = Array(repeating: 0, count: names.count * count)
  }

  package subscript(row: Int, column: Int) -> Float {
    get { values[row * width + column] }
    set { values[row * width + column] = newValue }
  }

  /// The next `put` goes to this row's column.
  mutating func start(_ row: Int, _ column: Int) { at = row * width + column }

  /// Writes a value and goes one column on.
  @inline(__always)
  mutating func put(_ value: Double) {
    values[at] = Float(value)
    at += 1
  }

  @inline(__always)
  mutating func put(_ value: Int) { put(Double(value)) }

  @inline(__always)
  mutating func put(_ value: Bool) { put(value ? 1.0 : 0.0) }

  /// The same columns, and after them columns of zeros; `names` are those of all of them.
  init(_ rows: FeatureRows, widenedTo names: [String]) {
    self.names = names
    count = rows.count
    width = names.count
    values = []
    values.reserveCapacity(count * width)
    for row in 0..<count {
      values += rows.values[row * rows.width..<(row + 1) * rows.width]
      values += repeatElement(0, count: width - rows.width)
    }
  }

  /// Where columns with these names are.
  ///
  /// - Throws: `LineModelError` with the first name that no column has.
  package func places(of wanted: [String]) throws(LineModelError) -> [Int] {
    try Self.places(of: wanted, in: names)
  }

  static func places(of wanted: [String], in names: [String]) throws(LineModelError) -> [Int] {
    var places: [String: Int] = [:]
    for (place, name) in names.enumerated() { places[name] = place }
    var found: [Int] = []
    for name in wanted {
      guard let place = places[name] else {
        throw LineModelError("it wants a column '\(name)' that this version does not make")
      }
      found.append(place)
    }
    return found
  }
}
