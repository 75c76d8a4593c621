import ArgumentParser
import Foundation
import WinnowPipeline

/// All that can be measured in one process and its children.
struct Speed: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure the rooms, everyday tools, the start, and how time and memory grow."
  )

  @Option(help: "Measure the rooms on the .txt files of this folder, too.")
  var corpus: String?

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Leave out what takes minutes: how time and memory grow.")
  var quick = false

  @Option(help: "Records in the largest store, such as 10000000.")
  var records = 1_000_000

  func run() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "winnow-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var sections: [Section] = []
    func say(_ section: Section) {
      sections.append(section)
      // At once, also into a file: the whole takes minutes.
      if !json { FileHandle.standardOutput.write(Data((section.table + "\n").utf8)) }
    }
    // First of all, while this process is small: a child's memory counts from what its parent has.
    say(try Start.section(in: folder))
    let configuration = try Configuration(root: Root(Checkout.url.path), settingsFile: nil)
    for samples in try self.samples() {
      say(try rooms(configuration, samples, in: folder))
    }
    if !quick {
      try Growth(folder: folder, rules: configuration.rules).sections().forEach(say)
      say(try LedgerGrowth.section(upTo: records, in: folder))
    }
    if json { print(String(decoding: try JSONEncoder().encode(sections), as: UTF8.self)) }
  }

  private func samples() throws -> [Samples] {
    var all = try Samples.Kind.allCases.map { try Samples($0, checkout: Checkout.url) }
    if let corpus { all.append(try Samples(folder: corpus)) }
    return all
  }

  private func rooms(
    _ configuration: Configuration,
    _ samples: Samples,
    in folder: URL
  ) throws -> Section {
    let pipeline = Pipeline(configuration)
    let rooms = Rooms(configuration: configuration, pipeline: pipeline, samples: samples)
    let tools = try Tools(samples, configuration.rules, in: folder)
    let contestants = rooms.contestants() + tools.contestants()
    var section = Section(
      "\(samples.name): \(samples.documents.count) documents, \(samples.bytes) B; one core",
      ["", "MB/s", "documents/s", "times as fast as the whole"]
    )
    for (contestant, outcome) in zip(contestants, try Contest.run(contestants)) {
      section.add(
        contestant.name,
        Double(samples.bytes) / outcome.seconds / 1e6,
        Double(samples.documents.count) / outcome.seconds,
        outcome.ratio
      )
    }
    return section
  }
}
