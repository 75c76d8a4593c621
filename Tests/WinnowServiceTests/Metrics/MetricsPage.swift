/// A page in Prometheus' text format, read strictly; an independent reader of what winnow writes.
///
/// Source of the rules: https://prometheus.io/docs/instrumenting/exposition_formats/
struct MetricsPage {
  struct Malformed: Error { let line: String, why: String }

  struct Sample {
    let name: String
    let labels: [String: String]
    let value: Double
  }

  /// Types by the names of the metrics.
  private(set) var types: [String: String] = [:]
  private(set) var help: [String: String] = [:]
  private(set) var samples: [Sample] = []

  /// The value of the one sample with that name and those labels; nil where there is none.
  func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
    samples.first { $0.name == name && $0.labels == labels }?.value
  }

  init(_ text: String) throws {
    var current = ""
    var seen: Set<String> = []
    guard text.hasSuffix("\n") else { throw Malformed(line: "the last", why: "it has no newline") }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      let line = String(line)
      func demand(_ holds: Bool, _ why: String) throws {
        if !holds { throw Malformed(line: line, why: why) }
      }
      if line.hasPrefix("# HELP ") {
        let words = line.split(separator: " ", maxSplits: 3)
        try demand(words.count == 4 && help[String(words[2])] == nil, "a second HELP, or none")
        help[String(words[2])] = String(words[3])
      } else if line.hasPrefix("# TYPE ") {
        let words = line.split(separator: " ")
        try demand(words.count == 4, "four words are wanted")
        current = String(words[2])
        try demand(types[current] == nil && help[current] != nil, "a second TYPE, or no HELP")
        try demand(["counter", "gauge", "histogram"].contains(words[3]), "no such type")
        types[current] = String(words[3])
      } else {
        let sample = try Self.sample(line)
        let isPart = types[current] == "histogram"
        let ends = isPart ? ["_bucket", "_sum", "_count"] : [""]
        try demand(ends.contains { sample.name == current + $0 }, "it is not of \(current)")
        let key = "\(sample.name) \(sample.labels.sorted { $0.key < $1.key })"
        try demand(seen.insert(key).inserted, "it stands twice")
        samples.append(sample)
      }
    }
  }

  private static func sample(_ line: String) throws -> Sample {
    func malformed(_ why: String) -> Malformed { Malformed(line: line, why: why) }
    var rest = Substring(line)
    let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == ":") }
    guard let first = name.first, !first.isNumber else { throw malformed("no name") }
    rest.removeFirst(name.count)
    var labels: [String: String] = [:]
    if rest.first == "{" {
      rest.removeFirst()
      while rest.first != "}" {
        let label = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        rest.removeFirst(label.count)
        guard !label.isEmpty, rest.hasPrefix("=\"") else { throw malformed("no label") }
        rest.removeFirst(2)
        var value = ""
        while let next = rest.popFirst(), next != "\"" {
          guard next == "\\" else {
            value.append(next)
            continue
          }
          switch rest.popFirst() {
          case "n": value += "\n"
          case "\\": value += "\\"
          case "\"": value += "\""
          default: throw malformed("no such escape")
          }
        }
        labels[String(label)] = value
        if rest.first == "," { rest.removeFirst() }
      }
      rest.removeFirst()
    }
    guard rest.first == " ", let value = Double(rest.dropFirst()) else {
      throw malformed("no value")
    }
    return Sample(name: String(name), labels: labels, value: value)
  }
}
