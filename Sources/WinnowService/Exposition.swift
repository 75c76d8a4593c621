import WinnowIO

/// Writes metrics in Prometheus' text format, version 0.0.4.
///
/// A value that is not known is left out with its metric. Source:
/// https://prometheus.io/docs/instrumenting/exposition_formats/
struct Exposition {
  static let contentType = "text/plain; version=0.0.4; charset=utf-8"

  private(set) var text = ""

  mutating func counter(_ name: String, _ help: String, _ value: Int) {
    begin(name, "counter", help)
    sample(name, [], "\(value)")
  }

  /// A counter for each value of a label, of which there are few.
  mutating func counter(_ name: String, _ help: String, by label: String, _ values: [String: Int]) {
    begin(name, "counter", help)
    for (key, value) in values.sorted(by: { $0.key < $1.key }) {
      sample(name, [(label, key)], "\(value)")
    }
  }

  mutating func gauge(_ name: String, _ help: String, _ value: Int?) {
    guard let value else { return }
    begin(name, "gauge", help)
    sample(name, [], "\(value)")
  }

  mutating func gauge(_ name: String, _ help: String, seconds nanoseconds: Int64?) {
    guard let nanoseconds else { return }
    begin(name, "gauge", help)
    sample(name, [], "\(Double(nanoseconds / 1_000_000) / 1000)")
  }

  /// A 1 that carries facts in its labels.
  mutating func facts(_ name: String, _ help: String, _ labels: [(String, String)]) {
    begin(name, "gauge", help)
    sample(name, labels, "1")
  }

  mutating func histogram(_ name: String, _ help: String, _ histogram: Histogram) {
    begin(name, "histogram", help)
    var count = 0
    for (index, more) in histogram.counts.enumerated() {
      count += more
      let bound = index < histogram.bounds.count ? "\(histogram.bounds[index])" : "+Inf"
      sample("\(name)_bucket", [("le", bound)], "\(count)")
    }
    sample("\(name)_sum", [], "\(histogram.sum)")
    sample("\(name)_count", [], "\(count)")
  }

  private mutating func begin(_ name: String, _ type: String, _ help: String) {
    text += "# HELP \(name) \(Self.escaped(help))\n# TYPE \(name) \(type)\n"
  }

  private mutating func sample(_ name: String, _ labels: [(String, String)], _ value: String) {
    let pairs = labels.map { "\($0)=\"\(Self.escaped($1, quote: true))\"" }.joined(separator: ",")
    text += "\(name)\(pairs.isEmpty ? "" : "{\(pairs)}") \(value)\n"
  }

  private static func escaped(_ text: String, quote: Bool = false) -> String {
    // Scalar by scalar: a newline may be half of a character.
    text.unicodeScalars.reduce(into: "") { out, scalar in
      switch scalar {
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\"" where quote: out += "\\\""
      default: out.unicodeScalars.append(scalar)
      }
    }
  }
}
