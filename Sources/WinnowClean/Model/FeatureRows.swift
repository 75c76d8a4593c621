/// Numbers about each line of a document: a row a line, a column a feature.
///
/// In memory sixteen lines stand side by side in each column, to be worked on at once.
package struct FeatureRows: Sendable {
  /// What a column says of sixteen lines; zeros stand where the document has ended.
  typealias Lines = SIMD16<Float>

  /// The columns' names.
  package private(set) var names: [String]
  package let count: Int
  /// How many columns there is room for.
  private let room: Int
  /// Block after block of sixteen lines, and in each block column after column.
  private var values: [Float]
  private var at = 0

  /// Rows of zeros, with room for so many columns in all.
  package init(names: [String], count: Int, room: Int = 0) {
    self.names = names
    self.count = count
    self.room = max(room, names.count)
    values = []
    values = Array(repeating: 0, count: 16 * blocks * self.room)
  }

  package var width: Int { names.count }

  /// How many blocks of sixteen lines there are.
  var blocks: Int { (count + 15) / 16 }

  /// Adds columns of zeros, for which there must be room; `names` are those of all columns.
  mutating func widen(to names: [String]) {
    precondition(names.count <= room)
    self.names = names
  }

  /// A column in a block of sixteen lines.
  @inline(__always)
  subscript(block block: Int, column: Int) -> Lines { load(16 * block, column) }

  /// A column in four lines, of which the first has a number that four divides.
  @inline(__always)
  subscript(four first: Int, column: Int) -> SIMD4<Float> { load(first, column) }

  @inline(__always)
  private func load<Values: BitwiseCopyable>(_ row: Int, _ column: Int) -> Values {
    let at = place(row, column) &* MemoryLayout<Float>.size
    // The span checks the place, and any bits are floats.
    return values.span.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: Values.self)
  }

  @inline(__always)
  package subscript(row: Int, column: Int) -> Float {
    get { values[place(row, column)] }
    set { values[place(row, column)] = newValue }
  }

  /// Whatever uses it checks the place, so that the arithmetic need not.
  @inline(__always)
  private func place(_ row: Int, _ column: Int) -> Int {
    ((row &>> 4) &* room &+ column) &<< 4 &+ (row & 15)
  }

  /// The next `put` goes to this row's column.
  mutating func start(_ row: Int, _ column: Int) { at = place(row, column) }

  /// Writes a value and goes one column on.
  @inline(__always)
  mutating func put(_ value: Double) {
    values[at] = Float(value)
    at &+= 16
  }

  @inline(__always)
  mutating func put(_ value: Int) { put(Double(value)) }

  @inline(__always)
  mutating func put(_ value: Bool) { put(value ? 1.0 : 0.0) }

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
