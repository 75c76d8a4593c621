/// Which entities a sentence names in more than one spelling, as "Kiev or Kyiv".
struct Contrasts {
  /// An entity in a sentence, in full or not.
  private struct Naming: Hashable {
    /// The place of the sentence's first word.
    let sentence: Int
    let target: Link.Target
    let isAbbreviated: Bool
  }

  /// By the first word of each link.
  private var namings: [Int: Naming] = [:]
  private var contrasted: Set<Naming> = []

  init(_ linker: Linker) {
    var spellings: [Naming: [UInt64]] = [:]
    var sentence = 0
    var read = 0
    for link in linker.links {
      while read <= link.tokens.lowerBound {
        if linker.tokens[read].joint == .start { sentence = read }
        read += 1
      }
      // Without a given name, or with its initial alone.
      let isAbbreviated = link.given.map { linker.tokens[$0].isInitial } ?? true
      let naming = Naming(sentence: sentence, target: link.target, isAbbreviated: isAbbreviated)
      let spelling = [link.given, link.surname].compactMap(\.self)
        .filter { !linker.tokens[$0].isInitial }.map { linker.tokens[$0].key }
      if let known = spellings[naming], known != spelling { contrasted.insert(naming) }
      spellings[naming] = spelling
      namings[link.tokens.lowerBound] = naming
    }
  }

  /// Whether the same sentence names the same entity in another spelling.
  func has(_ link: Link) -> Bool {
    namings[link.tokens.lowerBound].map(contrasted.contains) ?? false
  }
}
