import Dispatch
import WinnowIO
import WinnowNames
import WinnowRecord

/// What `etc/winnow` says of names: schemes, given names, common words and the gazetteer's files.
struct Knowledge: Sendable {
  let gazetteer: Gazetteer
  /// Over all of the files.
  let digest: [UInt8]

  /// Reads all of it; where no file has changed since an older reading, that one is taken.
  init(_ root: Root, since old: Knowledge?) throws(PipelineError) {
    let schemeFiles = try ConfigurationFile.all(in: root.schemes)
    let nameFiles = try ConfigurationFile.all(in: root.names)
    let digest = DocumentID(of: (schemeFiles + nameFiles).flatMap(\.digestible)).digest
    if let old, old.digest == digest {
      self = old
      return
    }
    self.digest = digest
    let parsed = Self.parse(schemeFiles, nameFiles)
    do throws(NamesError) {
      var schemes: [Scheme] = []
      var entities: [Entity] = []
      var given: [GivenName] = []
      var common: [String] = []
      var surnames: Set<String> = []
      for result in parsed {
        switch try result.get() {
        case .scheme(let scheme): schemes.append(scheme)
        case .entities(let own): entities += own
        case .given(let own): given += own
        case .common(let own): common += own
        case .surnames(let own): surnames.formUnion(own)
        }
      }
      let known = try Entity.unique(entities)
      let (persons, index) = both { [given] in
        Persons(known, given)
      } and: {
        NameIndex(known)
      }
      gazetteer = Gazetteer(
        index,
        persons,
        schemes: try SchemeSet(schemes),
        common: common,
        commonSurnames: surnames
      )
    } catch {
      throw .names(error)
    }
  }

  private enum Parsed: Sendable {
    case scheme(Scheme)
    case entities([Entity])
    case given([GivenName])
    case common([String])
    case surnames(Set<String>)
  }

  /// Reads all files side by side; most of a start's time is spent here.
  private static func parse(
    _ schemes: [ConfigurationFile],
    _ names: [ConfigurationFile]
  ) -> [Result<Parsed, NamesError>] {
    let files = names + schemes
    let results = Guarded([Result<Parsed, NamesError>?](repeating: nil, count: files.count))
    DispatchQueue.concurrentPerform(iterations: files.count) { number in
      let result = Result { () throws(NamesError) in
        try parse(files[number], isScheme: number >= names.count)
      }
      results.use { $0[number] = result }
    }
    return results.use { $0 }.compactMap(\.self)
  }

  private static func parse(
    _ file: ConfigurationFile,
    isScheme: Bool
  ) throws(NamesError) -> Parsed {
    let path = file.path.description
    if isScheme { return .scheme(try Scheme(file: path, text: file.text)) }
    switch file.path.name {
    case "given.toml": return .given(try GivenNames.read(file: path, text: file.text))
    case "surnames.toml": return .surnames(try CommonSurnames.read(file: path, text: file.text))
    case "words.toml": return .common(try CommonWords.read(file: path, text: file.text))
    default: return .entities(try GazetteerFile.read(file: path, text: file.text))
    }
  }
}
