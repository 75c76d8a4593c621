import Foundation
import WinnowClean

/// A root with the checkout's `etc`, and with more rules or other names than ship.
final class TrialRoot {
  let path: String
  private let etc: URL

  init(in folder: URL, _ name: String) throws {
    let root = folder.appending(path: name)
    path = root.path
    etc = root.appending(path: "etc/winnow")
    try FileManager.default.createDirectory(
      at: root.appending(path: "etc"),
      withIntermediateDirectories: true
    )
    try FileManager.default.copyItem(at: Checkout.url.appending(path: "etc/winnow"), to: etc)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Adds made-up phrases of two to five words that stand in the phrases that ship.
  func addPhrases(_ count: Int, like rules: RuleSet) throws {
    let words = Set(
      rules.rules.flatMap { $0.patterns.values.joined() }.flatMap { $0.split(separator: " ") }
        .filter { !$0.contains { "{}\"\\".contains($0) } }
    ).sorted()
    var random = Congruence(state: 1)
    var text = ""
    for rule in 0..<(count + 999) / 1000 {
      text += """
        [[rule]]
        id = "trial.\(rule)"
        why = "made up"
        removes = []
        keeps = []
        lines = [
        """
      for number in rule * 1000..<min(count, (rule + 1) * 1000) {
        let phrase = (0..<2 + number % 4).map { _ in words[random.next(below: words.count)] }
        text += "\"\(phrase.joined(separator: " "))\",\n"
      }
      text += "]\n"
    }
    try Data(text.utf8).write(to: etc.appending(path: "rules.d/trial.toml"))
  }

  /// Puts so many made-up people in the place of all names.
  func setPeople(_ count: Int) throws {
    let names = etc.appending(path: "names.d")
    let kept = ["given.toml", "surnames.toml", "words.toml"]
    for file in try FileManager.default.contentsOfDirectory(atPath: names.path)
    where !kept.contains(file) {
      try FileManager.default.removeItem(at: names.appending(path: file))
    }
    let givens = ["Иван", "Пётр", "Павел", "Сергей", "Николай", "Михаил", "Андрей", "Олег"]
    let starts = ["б", "в", "г", "д", "ж", "з", "к", "л", "м", "н", "п", "р", "с", "т", "х", "ш"]
    let vowels = ["а", "е", "и", "о", "у"]
    let endings = ["енко", "овский", "ов", "евич", "ук", "ин"]
    var random = Congruence(state: 2)
    func any(_ parts: [String]) -> String { parts[random.next(below: parts.count)] }
    var text = ""
    for number in 0..<count {
      let surname = any(starts) + any(vowels) + any(starts) + any(vowels) + any(starts)
      text += """
        [[person]]
        id = "trial-\(number)"
        ru = "\(any(givens)) \(surname.capitalized)\(any(endings))"
        home = "ru"
        gender = "m"

        """
    }
    try Data(text.utf8).write(to: names.appending(path: "trial.toml"))
  }
}

/// Numbers that look random and are the same each time: Knuth's MMIX generator.
struct Congruence {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
