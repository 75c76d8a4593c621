import ArgumentParser
import Foundation
import WinnowClean

/// `winnow-train DIR...`: makes the model that winnow judges lines by.
@main
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "winnow-train",
    abstract: "Fits the line model on labelled pages and writes its weights and its card.",
    discussion: """
      Each DIR has pages.jsonl (id, site, language of each page), for each page ID.gold.txt, the \
      article alone, and ID.TIER.txt with ID.TIER.lab, a letter for each line: C article, \
      B boilerplate, T headline, others undecided.
      """
  )

  @Argument(help: "Folders of labelled pages.")
  var folders: [String]

  @Option(help: "Where the weights go.")
  var output = "etc/winnow/lines.model"

  @Option(help: "Where the card goes.")
  var card = "etc/winnow/lines.model.md"

  @Option(help: "Into how many parts the sites are dealt, to learn from some and judge the others.")
  var folds = 5

  @Option(help: "Decides all that is left to chance.")
  var seed: UInt64 = 1

  @Flag(help: "First measure how good such a model is on sites it has not seen; this takes long.")
  var evaluate = false

  func validate() throws {
    if folders.isEmpty { throw ValidationError("wanted one folder of labelled pages or more") }
    if folds < 3 { throw ValidationError("--folds \(folds): wanted 3 or more") }
  }

  func run() throws {
    let pages = try folders.flatMap { try LabelledPages.read(folder: $0) }
    let folds = Folds(pages.map { (set: $0.set, site: $0.site) }, count: folds)
    let start = ContinuousClock.now
    let recipe = Recipe(seed: seed)
    let training = Training(recipe: recipe) { step in
      let seconds = (ContinuousClock.now - start).components.seconds
      FileHandle.standardError.write(Data("\(seconds) s: \(step)\n".utf8))
    }
    let figures = evaluate ? try CrossValidation(pages, folds: folds, training: training) : nil
    if let figures { print(figures.table, terminator: "") }
    training.progress("all pages")
    let model = training.fit(pages, folds: pages.map { folds[$0.site] ?? 0 })
    let bytes = model.bytes()
    try Data(bytes).write(to: URL(filePath: output), options: .atomic)
    let card = Card(
      command: command,
      pages: pages,
      recipe: recipe,
      model: model,
      byteCount: bytes.count,
      figures: figures
    )
    try Data(card.markdown.utf8).write(to: URL(filePath: self.card), options: .atomic)
    training.progress("\(output): \(bytes.count) bytes")
  }

  /// This command with the folders' names alone: where they were is of no use to others.
  private var command: String {
    let names = folders.map { URL(filePath: $0).lastPathComponent }
    let options = "--folds \(folds) --seed \(seed)" + (evaluate ? " --evaluate" : "")
    return "winnow-train \(names.joined(separator: " ")) \(options)"
  }
}
