import ArgumentParser
import Foundation
import WinnowPipeline

/// Work whose instructions Valgrind counts: `Tests/bench/instructions.sh` asks for it.
struct Count: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Work twice on each of the small samples; the second time is to be counted.",
    shouldDisplay: false
  )

  func run() throws {
    let configuration = try Configuration(root: Root(Checkout.url.path), settingsFile: nil)
    let pipeline = Pipeline(configuration)
    for kind in Samples.Kind.allCases where kind != .book {
      let samples = try Samples(kind, checkout: Checkout.url)
      work(pipeline, samples)
      countedWork(pipeline, samples)
      print("\(kind.rawValue)\t\(samples.bytes)\t\(samples.documents.count)")
    }
  }
}

/// Known to Valgrind by its name, so it must stay as it is written.
@inline(never) @_optimize(none)
private func countedWork(_ pipeline: Pipeline, _ samples: Samples) {
  work(pipeline, samples)
}

private func work(_ pipeline: Pipeline, _ samples: Samples) {
  for document in samples.documents { blackHole(pipeline.line(of: document, path: nil).count) }
}
