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

  /// The columns of all parts side by side.
  package static func joining(_ parts: [FeatureRows]) -> FeatureRows {
    var joined = FeatureRows(names: parts.flatMap(\.names), count: parts.first?.count ?? 0)
    var column = 0
    for part in parts {
      for row in 0..<part.count {
        let from = row * part.width
        let to = row * joined.width + column
        for offset in 0..<part.width { joined.values[to + offset] = part.values[from + offset] }
      }
      column += part.width
    }
    return joined
  }

  /// The same columns under longer names.
  package func prefixed(_ prefix: String) -> FeatureRows {
    FeatureRows(names: names.map { prefix + $0 }, count: count, values: values)
  }

  init(names: [String], count: Int, values: [Float]) {
    self.names = names
    self.count = count
    width = names.count
    self.values = values
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
