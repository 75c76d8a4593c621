import ArgumentParser
import WinnowCommand
import WinnowService

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read the whole store and tell what is wrong with it.",
    discussion: """
      Every line must parse, hold its CRC, stand for a document that no other line stands for, and \
      restore to the bytes of its id; the ledger must agree. Exits with 1 where something is wrong.
      """
  )

  @OptionGroup var common: CommonOptions

  @Flag(
    help: ArgumentHelp(
      "Build the ledger anew first; wants the daemon stopped.",
      discussion: "A torn line at the end is copied aside; bad lines elsewhere are never cut."
    )
  )
  var repair = false

  func run() throws {
    let configuration = repair ? try common.loadToWrite() : try common.load()
    let verification = try reporting { () throws(ServiceError) in
      try Verification(configuration)
    }
    if repair { try reporting { () throws(ServiceError) in try verification.repair() } }
    let report = try reporting { () throws(ServiceError) in
      try verification.run(
        found: { Terminal.complain($0) },
        progress: { Terminal.progress("\($0) records") }
      )
    }
    Terminal.endProgress()
    try Terminal.say(report.summary)
    if !report.isSound { throw ExitStatus.problems }
  }
}
