import Foundation

/// Texts that speed is measured on: those of `Tests/bench/corpus`, which never change, or a user's own.
struct Samples {
  let name: String
  let documents: [[UInt8]]

  var bytes: Int { documents.reduce(0) { $0 + $1.count } }

  /// What the samples in the checkout are called.
  enum Kind: String, CaseIterable, Codable {
    /// Pages of 2 to 8 kB, mostly in English.
    case articles
    /// Beginnings of articles, at most 500 B each.
    case small
    /// Pages with a name or two in every sentence.
    case names
    /// Pages in Russian, Belarusian and Ukrainian.
    case cyrillic
    /// One text of 5 MB.
    case book
  }

  /// The samples in the checkout.
  init(_ kind: Kind, checkout: URL) throws {
    name = kind.rawValue
    switch kind {
    case .articles, .names, .cyrillic:
      let file = checkout.appending(path: "Tests/bench/corpus/\(kind.rawValue).txt")
      let text = try Data(contentsOf: file)
      documents = text.split(separator: UInt8(ascii: "\u{0C}")).map { part in
        Array(part.drop { $0 == UInt8(ascii: "\n") })
      }
    case .small:
      documents = try Samples(.articles, checkout: checkout).documents.flatMap(Self.pieces)
    case .book:
      documents = [Self.book(try Samples(.articles, checkout: checkout).documents)]
    }
  }

  /// The text files of a folder, in the order of their names.
  init(folder: String) throws {
    name = URL(filePath: folder).lastPathComponent
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    documents = try names.filter { $0.hasSuffix(".txt") }.sorted().map {
      Array(try Data(contentsOf: URL(filePath: folder).appending(path: $0)))
    }
  }

  private static func lines(_ document: [UInt8]) -> [[UInt8]] {
    document.split(separator: UInt8(ascii: "\n")).map { Array($0) }
  }

  /// A page cut at the ends of lines into texts of up to 500 B.
  private static func pieces(_ document: [UInt8]) -> [[UInt8]] {
    var pieces: [[UInt8]] = [[]]
    for line in lines(document) where line.count < 500 {
      if pieces[pieces.count - 1].count + line.count >= 500 { pieces.append([]) }
      pieces[pieces.count - 1] += line + [UInt8(ascii: "\n")]
    }
    return pieces
  }

  /// The paragraphs of all pages again and again, numbered so that none comes twice.
  private static func book(_ pages: [[UInt8]]) -> [UInt8] {
    let paragraphs = pages.flatMap(lines).filter { $0.count > 80 }
    var text: [UInt8] = []
    var number = 0
    while text.count < 5_000_000 {
      text += Array("\(number + 1) ".utf8) + paragraphs[number % paragraphs.count]
      text.append(UInt8(ascii: "\n"))
      number += 1
    }
    return text
  }
}
