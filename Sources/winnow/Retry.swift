import ArgumentParser
import WinnowCommand
import WinnowService

struct Retry: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Send quarantined files back to the inbox.",
    discussion: "Without names, all of them. 'winnow status' counts them; each has a NAME.reason."
  )

  @OptionGroup var common: CommonOptions

  @Flag(help: "Only list what is set aside, and why.")
  var list = false

  @Flag(help: "With --list, write JSON lines.")
  var json = false

  @Argument(help: "Names as they are in the quarantine.")
  var names: [String] = []

  func validate() throws {
    if json && !list { throw ValidationError("--json wants --list") }
  }

  func run() throws {
    let configuration = try common.loadToWrite()
    let desk = try reporting { () throws(ServiceError) in try SetAside(configuration) }
    if list {
      let entries = try reporting { () throws(ServiceError) in try desk.list() }
      for entry in entries { try Terminal.say(json ? entry.json : entry.line) }
      return
    }
    let answers = try reporting { () throws(ServiceError) in
      try desk.sendBack(names)
    }
    for answer in answers.sent { try Terminal.say(answer) }
    for name in answers.unknown { Terminal.complain("\(name): no such file is set aside") }
    if !answers.unknown.isEmpty { throw ExitStatus.badInput }
  }
}
