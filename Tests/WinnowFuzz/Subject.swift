import WinnowClean
import WinnowFormats
import WinnowIO
import WinnowNames
import WinnowRecord
import WinnowTOML
import WinnowText

/// What is fuzzed, and what must hold of it.
enum Subject: String, CaseIterable {
  case decode, clean, names, record, json, jsonl, toml, settings, wet

  func test(_ bytes: [UInt8]) {
    switch self {
    case .decode: Self.decode(bytes)
    case .clean: for level in CleanLevel.allCases { Self.clean(bytes, level) }
    case .names: for style in [Style.press, .national] { Self.settle(bytes, style) }
    case .record: Self.record(bytes)
    case .json: Self.read(json: bytes)
    case .wet: precondition(Self.pages(of: bytes, by: 1) == Self.pages(of: bytes, by: 1 << 16))
    case .jsonl: Self.answer(bytes)
    case .toml: Self.read(toml: String(decoding: bytes, as: UTF8.self))
    case .settings: Self.read(settings: String(decoding: bytes, as: UTF8.self))
    }
  }

  private static func decode(_ bytes: [UInt8]) {
    let document = Document(bytes)
    precondition(document.restored == bytes, "not restored")
    let text = document.text
    precondition(CanonicalComposition.compose(text) == text, "not NFC")
    precondition(text.isEmpty || text.last == 0x0A, "no newline at the end")
    precondition(!document.lines.contains { $0.isEmpty }, "a blank line")
    precondition(Document(text).text == text, "normalising twice changes something")
  }

  private static func clean(_ bytes: [UInt8], _ level: CleanLevel) {
    let cleaner = Cleaner(rules: Shipped.rules, model: Shipped.model, level: level)
    let once = cleaner.clean(Document(bytes)).document
    precondition(once.restored == bytes, "not restored")
    let again = cleaner.clean(Document(once.text)).document
    precondition(again.text == once.text, "cleaning twice changes something")
  }

  private static func settle(_ bytes: [UInt8], _ style: Style) {
    let names = Names(Shipped.gazetteer, style: style, action: .rewrite)
    let document = Document(bytes)
    let once = names.settle(document, language: Language.detect(document.text))
    precondition(once.document.restored == bytes, "not restored")
    for mention in once.mentions {
      precondition(mention.at.upperBound <= once.document.text.count, "a mention outside the text")
    }
    let text = once.document.text
    let again = names.settle(Document(text), language: Language.detect(text))
    precondition(again.document.text == text, "settling twice changes something")
  }

  private static func record(_ bytes: [UInt8]) {
    let cleaner = Cleaner(rules: Shipped.rules, model: Shipped.model, level: .careful)
    let cleaned = cleaner.clean(Document(bytes))
    let names = Names(Shipped.gazetteer, style: .press, action: .rewrite)
    let language = Language.detect(cleaned.document.text)
    let settled = names.settle(cleaned.document, language: language)
    let id = DocumentID(of: bytes)
    let line = Record(
      id: id,
      path: String(decoding: bytes.prefix(20), as: UTF8.self),
      received: nil,
      bytes: bytes.count,
      language: language,
      title: cleaned.title,
      document: settled.document,
      names: settled.mentions,
      rules: "0"
    ).line()
    precondition(!line.contains(0x0A), "a record of two lines")
    precondition((try? Seal.open(line[...])) == id, "the CRC or the id doesn't hold")
    precondition((try? Restorer.restore(line[...])) == bytes, "not restored")
    var reader = JSONReader(line[...])
    precondition((try? reader.raw())?.count == line.count, "not JSON")
  }

  /// An error or a value, whatever the bytes.
  private static func read(json bytes: [UInt8]) {
    _ = try? Restorer.restore(bytes[...])
    _ = try? Seal.open(bytes[...])
    var sealed = bytes
    Seal.close(&sealed)
    _ = try? Seal.open(sealed[...])
    var reader = JSONReader(bytes[...])
    if let value = try? reader.raw() {
      var again = JSONReader(value)
      precondition((try? again.raw()) == value, "a value that is none when it stands alone")
    }
    var text = JSONReader(bytes[...])
    if let read = try? text.string() {
      var writer = JSONWriter()
      writer.string(read)
      var again = JSONReader(writer.bytes[...])
      precondition((try? again.string()) == read, "written and read it is another string")
    }
  }

  /// An error or a value, whatever the text.
  private static func read(toml text: String) {
    if let file = try? RuleFile(file: "f", text: text), let rules = try? RuleSet([file]) {
      _ = rules.firstBrokenExample()
    }
    if let scheme = try? Scheme(file: "f", text: text) {
      _ = try? SchemeSet([scheme]).firstBrokenExample()
    }
    let entities = try? GazetteerFile.read(file: "f", text: text)
    let given = try? GivenNames.read(file: "f", text: text)
    let common = try? CommonWords.read(file: "f", text: text)
    let surnames = try? CommonSurnames.read(file: "f", text: text)
    if entities == nil, given == nil, common == nil, surnames == nil { return }
    let gazetteer = try? Gazetteer(
      entities ?? [],
      given: given ?? [],
      schemes: Shipped.schemes,
      common: common ?? [],
      commonSurnames: surnames ?? []
    )
    _ = gazetteer?.firstFault()
  }
}

extension Document {
  /// The original bytes, by undoing the edits the plain way.
  fileprivate var restored: [UInt8]? {
    var bytes = decoded.encoding.mark
    var done = 0
    for edit in edits {
      guard edit.at.lowerBound >= done,
        let kept = decoded.encoding.encode(text[done..<edit.at.lowerBound])
      else { return nil }
      bytes += kept
      switch original(of: edit) {
      case .bytes(let original): bytes += original
      case .text(let text):
        guard let original = decoded.encoding.encode(text) else { return nil }
        bytes += original
      }
      done = edit.at.upperBound
    }
    return decoded.encoding.encode(text[done...]).map { bytes + $0 }
  }
}
