/// How the letters of one language's way of writing are read: the longest rule that fits, one after
/// another.
///
/// The rules are a trie over letters; what a rule yields is at most four raw sounds.
struct Orthography: Sendable {
  /// A sound before its neighbours have been looked at; 0 is none.
  typealias RawSound = UInt8

  private struct Node {
    /// Sounds, the first in the lowest byte; nil where no rule ends here.
    var sounds: UInt32?
    var next = [UInt8](repeating: 0, count: Letter.size)
  }

  /// Where each node's letters lead: `Letter.size` bytes a node.
  private let next: [UInt8]
  /// The sounds of the rule that ends at each node, with `isEnd`; 0 where none does.
  private let rules: [UInt32]

  /// Sounds are numbers of five bits.
  private static let isEnd: UInt32 = 1 << 31

  /// Rules such as `sh š`, apart by commas; a later rule takes the place of an earlier one.
  init(_ rules: String...) {
    var nodes = [Node()]
    for rule in rules.joined(separator: ",").split(separator: ",") {
      let parts = rule.split(separator: " ")
      guard let letters = parts.first else { continue }
      var node = 0
      for letter in letters {
        let number = Int(Letter.number(letter))
        if nodes[node].next[number] == 0 {
          nodes[node].next[number] = UInt8(nodes.count)
          nodes.append(Node())
        }
        node = Int(nodes[node].next[number])
      }
      var packed: UInt32 = 0
      for sound in (parts.dropFirst().first ?? "").reversed() {
        packed = packed << 8 | UInt32(RawSounds.number(sound))
      }
      nodes[node].sounds = packed
    }
    next = nodes.flatMap(\.next)
    self.rules = nodes.map { node in node.sounds.map { $0 | Self.isEnd } ?? 0 }
  }

  /// Reads a word; letters that no rule knows are silent.
  func read(_ word: LetterRun) -> RawSounds {
    var raw = RawSounds()
    let next = next.span
    let rules = rules.span
    var at = 0
    while at < word.count {
      var node = Int(next[Int(word[at])])
      var place = at + 1
      var end = place
      var yield: UInt32 = 0
      while node != 0 {
        if rules[node] != 0 {
          end = place
          yield = rules[node] & ~Self.isEnd
        }
        if place > word.count { break }
        node = Int(next[node * Letter.size + Int(word[place])])
        place += 1
      }
      while yield != 0 {
        raw.append(UInt8(truncatingIfNeeded: yield))
        yield >>= 8
      }
      at = end
    }
    return raw
  }
}
