/// Finds the names among the words of one text and says whose they are.
struct Linker {
  private(set) var links: [Link] = []
  var words: KnownWords
  var antecedents = Antecedents()
  /// The capitalised words of five bytes and more, by their bytes; made when first asked for.
  lazy var capitals = CapitalWords(text, tokens)

  var text: [UInt8] { words.text }
  var tokens: [NameToken] { words.tokens }
  var gazetteer: Gazetteer { words.gazetteer }

  /// How near a word must be to a name that it may be in a bad translation.
  static let damaged = 0.8

  init(_ text: [UInt8], _ gazetteer: Gazetteer) { words = KnownWords(text, gazetteer) }

  /// All names, in the order of the text, none overlapping another.
  mutating func run() {
    var covered = [Bool](repeating: false, count: tokens.count)
    var at = 0
    while at < tokens.count {
      if tokens[at].isCapital, let link = phrase(at) ?? person(at) {
        add(link)
        for place in link.tokens { covered[place] = true }
        at = link.tokens.upperBound + 1
      } else {
        at += 1
      }
    }
    antecedents.settle()
    for place in links.indices {
      if let meant = antecedents.meant(by: links[place].target) {
        links[place].target = .one(meant)
      }
    }
    for place in tokens.indices where !covered[place] && tokens[place].isCapital {
      if let link = single(place) { links.append(link) }
    }
    links.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private mutating func add(_ link: Link) {
    links.append(link)
    guard let surname = link.surname, link.given != nil else { return }
    antecedents.add(link.target, surname: tokens[surname].key)
  }
}
