import ArgumentParser
import WinnowCommand
import WinnowService

struct Tail: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the records of the store, the oldest first, and follow it.",
    discussion: """
      Reads all segments, compressed ones too, as one stream; rotation does not disturb it. Only whole \
      records that are on the disk are printed.

      To go on where an earlier run stopped, name the last record that you have dealt with by --after: \
      its id is all there is to remember. --since looks at when records were received, which for \
      imported ones may be long ago; whoever must miss nothing uses --after.
      """
  )

  @OptionGroup var common: CommonOptions

  @Flag(name: .shortAndLong, help: "Go on with records as they come, until SIGTERM or Ctrl+C.")
  var follow = false

  @Option(
    help: ArgumentHelp(
      "Only what was received since then: 2026-01-31T12:00:00Z, 2026-01-31 (UTC), or 2h ago.",
      valueName: "time"
    )
  )
  var since: String?

  @Option(help: ArgumentHelp("Begin behind the record with this id.", valueName: "sha256:..."))
  var after: String?

  func run() throws {
    let tail = try reporting { () throws(ServiceError) in
      try RecordTail(common.rootDirectory, after: after, since: since)
    }
    let output = LineOutput()
    let interruption = follow ? Interruption() : nil
    while interruption?.hasCome != true {
      let line = try reporting { () throws(ServiceError) in try tail.next() }
      if let line {
        try output.add(Array(line))
        continue
      }
      try output.flush()
      if !follow { return }
      try Terminal.wait(milliseconds: 100)
    }
    try output.flush()
  }
}
