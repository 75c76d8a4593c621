import Foundation

/// What the program itself takes to start, and to clean articles.
enum Start {
  static func section(in folder: URL) throws -> Section {
    let program = Checkout.url.appending(path: ".build/release/winnow").path
    let root = ["--root", Checkout.url.path]
    let article = folder.appending(path: "article")
    let documents = try Samples(.articles, checkout: Checkout.url).documents
    try Data(documents[0]).write(to: article)
    var lines = Data()
    for text in documents {
      let fields = ["text": String(decoding: text, as: UTF8.self)]
      lines += try JSONEncoder().encode(fields) + [0x0A]
    }
    let all = folder.appending(path: "articles.jsonl")
    try lines.write(to: all)
    var section = Section(
      "The program as a whole, from its start to its end",
      ["winnow", "ms", "ms CPU", "MB at most"]
    )
    let runs: [(name: String, words: [String], input: String)] = [
      ("help", ["--help"], "/dev/null"),
      ("clean, one article", ["clean", "--json"], article.path),
      ("clean --jsonl, \(documents.count) articles", ["clean", "--jsonl"], all.path),
    ]
    var children = [[Child]](repeating: [], count: runs.count)
    for round in 0...Contest.rounds {
      for (number, run) in runs.enumerated() {
        let child = try Child([program] + root + run.words, input: run.input)
        guard child.status == 0 else {
          throw BenchmarkError("\(program) \(run.words[0]): exit status \(child.status)")
        }
        if round > 0 { children[number].append(child) }
      }
    }
    for (run, children) in zip(runs, children) {
      section.add(
        run.name,
        children.map { $0.wall * 1000 }.median,
        children.map { $0.cpu * 1000 }.median,
        children.map { Double($0.peak) / 1e6 }.median
      )
    }
    return section
  }
}
