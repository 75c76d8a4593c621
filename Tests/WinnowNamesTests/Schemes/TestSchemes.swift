import Foundation
import WinnowNames

/// Schemes for tests: those that ship, and small ones written on the spot.
enum TestSchemes {
  /// The checkout that this file is in.
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The schemes that ship, read once.
  static let shipped = Result {
    let folder = root.appendingPathComponent("etc/winnow/schemes")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".toml") }
    return try SchemeSet(
      names.map { name in
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        return try Scheme(file: name, text: text)
      }
    )
  }

  /// A word in one of the shipped schemes; nil where the scheme is missing.
  static func romanised(_ text: String, _ id: String) throws -> String? {
    try shipped.get()[id: id]?.romanise(text)
  }

  /// A Russian scheme file with some rules and examples.
  static func text(
    id: String = "ru-test",
    rules: String = "",
    examples: String = "а = a"
  ) -> String {
    """
    id = "\(id)"
    name = "Test"
    language = "ru"
    kind = "press"
    source = "nowhere"
    letters = \"""
    а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p
    р=r с=s т=t у=u ф=f х=kh ц=t͡s ч=ch ш=sh щ=shch ъ= ы=y ь=’ э=e ю=yu я=ya
    \"""
    rules = \"""
    \(rules)
    \"""
    examples = \"""
    \(examples)
    \"""
    """
  }

  static func scheme(rules: String = "") throws -> Scheme {
    try Scheme(file: "ru-test.toml", text: text(rules: rules))
  }
}
