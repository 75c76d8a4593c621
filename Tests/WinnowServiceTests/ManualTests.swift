import Foundation
import Testing

/// The manual pages say what the program says of itself.
@Suite struct ManualTests {
  private func page(_ name: String) throws -> [String] {
    let file = Program.checkout.appending(path: "systemd/man/\(name)")
    return try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
  }

  /// A command as `--experimental-dump-help` of swift-argument-parser describes it.
  private struct Command: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable {
        let kind: String
        let name: String
      }
      let names: [Name]?
    }
    let commandName: String
    let arguments: [Argument]?
    let subcommands: [Command]?

    /// Options as mdoc writes them after `.Fl`.
    var flags: Set<String> {
      Set(
        (arguments ?? []).flatMap { $0.names ?? [] }
          .map { $0.kind == "long" ? "-\($0.name)" : $0.name }
      )
    }
  }

  private struct Help: Decodable { let command: Command }

  /// The program's commands by their full names, those that only have subcommands left out.
  private func commands() throws -> [(name: String, flags: Set<String>)] {
    let program = try Program()
    let dump = try program.run("--experimental-dump-help").output
    let top = try JSONDecoder().decode(Help.self, from: dump).command
    var found: [(String, Set<String>)] = [("", top.flags)]
    func walk(_ command: Command, _ path: [String]) {
      let path = path + [command.commandName]
      guard let subcommands = command.subcommands, !subcommands.isEmpty else {
        found.append((path.joined(separator: " "), command.flags.subtracting(top.flags)))
        return
      }
      for subcommand in subcommands where subcommand.commandName != "help" {
        walk(subcommand, path)
      }
    }
    for command in top.subcommands ?? [] where command.commandName != "help" { walk(command, []) }
    return found
  }

  @Test("winnow(1) has every command, and each option as an entry of its command")
  func commandsAndOptions() throws {
    // Entries by command, the options of all commands under "".
    var written: [String: Set<String>] = [:]
    var command = ""
    for line in try page("winnow.1") where line.hasPrefix(".It ") {
      let words = line.dropFirst(4).split(separator: " ").map(String.init)
      if words.first == "Ic" {
        let name = words.dropFirst().prefix { $0.first?.isLowercase == true }
        command = name.joined(separator: " ")
        written[command] = []
      } else if words.first == "Fl" {
        let flags = zip(words, words.dropFirst()).filter { $0.0 == "Fl" }.map(\.1)
        written[command, default: []].formUnion(flags)
      }
    }
    let known = try commands()
    #expect(known.count > 15)
    for (name, flags) in known {
      #expect(written[name] == flags, "winnow \(name)")
    }
    #expect(Set(written.keys) == Set(known.map(\.name)))
  }

  @Test("winnow.toml(5) has every setting with its default and its sentence")
  func settings() throws {
    let program = try Program()
    let declared = try program.run("check", "--settings").text.split(separator: "\n")
    let page = try page("winnow.toml.5")
    #expect(declared.count > 20)
    var (table, sentence) = ("", "")
    for line in declared {
      if line.hasPrefix("# ") { sentence = String(line.dropFirst(2)) }
      if line.hasPrefix("[") { table = line.dropFirst().dropLast() + "." }
      if line.hasPrefix("#") || line.hasPrefix("[") { continue }
      let setting = table + line
      let name = setting.prefix { $0 != " " }
      let entry = try #require(page.firstIndex { "\($0) ".hasPrefix(".It Ic \(name) ") }, "\(name)")
      // The number of cores is another one on each machine.
      if name != "workers" {
        let standard = setting.replacing(#""""#, with: "Qq").replacing(/"(.+)"/) { "Qq \($0.1)" }
        #expect(page[entry] == ".It Ic \(standard)")
      }
      let text = page[(entry + 1)...].prefix { !$0.hasPrefix(".") }.joined(separator: " ")
      #expect(text == sentence)
    }
  }
}
