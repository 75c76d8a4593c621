import WinnowNames

extension Explanation {
  /// The names, each spelling once, one line for each: what is done about it, and why.
  package var nameLines: [String] {
    var seen: Set<String> = []
    return names.compactMap { mention in
      let candidates = mention.candidates.map(\.name).joined(separator: " or ")
      let stands =
        switch mention.action {
        case .keep: "\(mention.surface)"
        case .rewrite: "\(mention.surface) -> \(mention.name ?? "")"
        case .annotate: "\(mention.surface), perhaps \(mention.name ?? candidates)"
        }
      let whose = mention.entity.map { " (\($0))" } ?? ""
      let line = "name: \(stands)\(whose): \(mention.why)"
      return seen.insert(line).inserted ? line : nil
    }
  }
}
