import ArgumentParser
import Foundation
import WinnowPipeline

/// One load and one pass in a process of its own, so that its memory is known: `Speed` starts it.
struct Pass: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Load a configuration, work on samples once, and print what that took as JSON.",
    shouldDisplay: false
  )

  /// What a pass has taken.
  struct Taken: Codable {
    var load: Double
    var loadWall: Double
    var work: Double
    var bytes: Int
    var documents: Int
    /// Resident bytes after loading.
    var resident: Int
    /// The most that was resident.
    var peak: Int
  }

  @Option var root: String
  @Option var samples: Samples.Kind
  @Option var times: Int

  func run() throws {
    let (wall, cpu) = (CPUTime.wall, CPUTime.process)
    let configuration = try Configuration(root: Root(root), settingsFile: nil)
    var taken = Taken(
      load: CPUTime.process - cpu,
      loadWall: CPUTime.wall - wall,
      work: 0,
      bytes: 0,
      documents: 0,
      resident: try Self.memory("VmRSS"),
      peak: 0
    )
    let pipeline = Pipeline(configuration)
    let samples = try Samples(samples, checkout: Checkout.url)
    // What is made once only is not what grows.
    if samples.documents.count > 1 { work(pipeline, samples.documents.prefix(1)) }
    taken.work = CPUTime.measure {
      for _ in 0..<times { work(pipeline, samples.documents[...]) }
    }
    taken.bytes = samples.bytes * times
    taken.documents = samples.documents.count * times
    taken.peak = try Self.memory("VmHWM")
    print(String(decoding: try JSONEncoder().encode(taken), as: UTF8.self))
  }

  private func work(_ pipeline: Pipeline, _ documents: ArraySlice<[UInt8]>) {
    for document in documents { blackHole(pipeline.line(of: document, path: nil).count) }
  }

  /// Bytes that the kernel counts under a name; what wait4(2) tells includes the parent's.
  private static func memory(_ name: String) throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("\(name):") }
    return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
  }

  /// Runs a pass in a process of its own.
  static func taken(root: String, _ samples: Samples.Kind, times: Int = 1) throws -> Taken {
    let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let child = try Child(
      [program, "pass", "--root", root, "--samples", samples.rawValue, "--times", "\(times)"]
    )
    guard child.status == 0 else {
      throw BenchmarkError("pass on \(root): exit status \(child.status)")
    }
    return try JSONDecoder().decode(Taken.self, from: child.output)
  }
}

extension Samples.Kind: ExpressibleByArgument {}

/// The checkout that this program was built in.
enum Checkout {
  static let url = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
