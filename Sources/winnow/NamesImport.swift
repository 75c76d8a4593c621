import ArgumentParser
import WinnowCommand
import WinnowPipeline
import WinnowService

struct NamesImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn a public list of names into a gazetteer file.",
    discussion: """
      Reads files that you have downloaded, and writes a file for etc/winnow/names.d to standard \
      output: 'winnow names import --from wikidata people.json > etc/winnow/names.d/mine.toml'.

      opensanctions reads entities.ftm.json: persons and organisations, one entity of \
      FollowTheMoney JSON a line. wikidata reads a JSON dump, or documents of Special:EntityData, \
      one a line. geonames reads alternateNamesV2.txt; from BY.txt, RU.txt and UA.txt, the parts of \
      it by country, it also learns the country, and so the national spelling.

      What has a name in Belarusian, Russian or Ukrainian is taken, if it is certain in which of \
      them the name is, which word is the surname, and of what gender a person is. What is of none \
      of the three countries, or of no known one, needs an English spelling, too. A line that can't \
      be read is told of and skipped; then the exit status is 65.

      It is for you to see that those you import are public figures. Names of private persons \
      belong in a gazetteer file of your own that you give to nobody. Mind the lists' licences.
      """
  )

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The list: opensanctions, wikidata or geonames.", valueName: "list"))
  var from: ImportSource

  @Argument(help: "The files; - is standard input.")
  var files: [String]

  func run() throws {
    var importer = try reporting { () throws(PipelineError) in
      try NamesImporter(from, common.rootDirectory)
    }
    var skipped = 0
    for file in files {
      let input = try reporting { () throws(PipelineError) in try Input(file) }
      var number = 0
      while let line = try reporting({ () throws(PipelineError) in try input.line() }) {
        number += 1
        do throws(PipelineError) {
          try importer.add(line, of: file)
        } catch {
          Terminal.complain("\(file):\(number): \(error)")
          skipped += 1
        }
      }
    }
    let overlay = importer.finish()
    try Terminal.write(overlay.toml)
    if overlay.leftOut > 0 {
      Terminal.complain("left out, for language, order, gender or home is open: \(overlay.leftOut)")
    }
    if skipped > 0 {
      Terminal.complain("lines skipped: \(skipped)")
      throw ExitStatus.badInput
    }
  }
}

extension ImportSource: ExpressibleByArgument {}
