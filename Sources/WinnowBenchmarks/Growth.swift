import Foundation
import WinnowClean

/// How time and memory grow with documents, their size, rules and names.
struct Growth {
  let folder: URL
  let rules: RuleSet

  private static let columns = [
    "", "load s CPU", "load s", "MB/s", "documents/s", "MB loaded", "MB at most",
  ]

  func sections() throws -> [Section] {
    [try documents(), try rulesGrow(), try namesGrow()]
  }

  private func documents() throws -> Section {
    var section = Section("Growing documents, as they ship", Self.columns)
    let root = Checkout.url.path
    for times in [1, 10, 100] {
      add("articles x\(times)", try Pass.taken(root: root, .articles, times: times), to: &section)
    }
    add("of 500 B, x10", try Pass.taken(root: root, .small, times: 10), to: &section)
    add("one of 5 MB", try Pass.taken(root: root, .book), to: &section)
    return section
  }

  private func rulesGrow() throws -> Section {
    var section = Section("Growing rules", Self.columns)
    let shipped = rules.rules.reduce(0) { $0 + $1.patterns.values.reduce(0) { $0 + $1.count } }
    for factor in [1, 10, 100] {
      let root = try TrialRoot(in: folder, "rules-\(factor)")
      if factor > 1 { try root.addPhrases((factor - 1) * shipped, like: rules) }
      let taken = try Pass.taken(root: root.path, .articles, times: 5)
      add("\(factor * shipped) phrases", taken, to: &section)
    }
    return section
  }

  private func namesGrow() throws -> Section {
    var section = Section("Growing names", Self.columns)
    for count in [50, 500, 3500, 50_000] {
      let root = try TrialRoot(in: folder, "names-\(count)")
      try root.setPeople(count)
      add("\(count) people", try Pass.taken(root: root.path, .names, times: 10), to: &section)
    }
    let taken = try Pass.taken(root: Checkout.url.path, .names, times: 10)
    add("as they ship", taken, to: &section)
    return section
  }

  private func add(_ name: String, _ taken: Pass.Taken, to section: inout Section) {
    section.add(
      name,
      taken.load,
      taken.loadWall,
      Double(taken.bytes) / taken.work / 1e6,
      Double(taken.documents) / taken.work,
      Double(taken.resident) / 1e6,
      Double(taken.peak) / 1e6
    )
  }
}
