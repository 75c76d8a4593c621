/// The words of some meaning that stand in more than one line of a document; most stand in one alone.
struct SharedWords: Sendable {
  struct Place: Sendable {
    /// The same for the same word, from 0 on.
    let word: Int
    let token: Int
    /// Whether the line has the word here for the first time.
    let isFirst: Bool
  }

  /// In the order of the text; those of line `k` are `starts[k]..<starts[k + 1]`.
  private var places: [Place] = []
  private var starts = [0]
  /// How many different words there are.
  private(set) var count = 0
  /// How many words of some meaning each line has, shared or not.
  private(set) var meaningful: [Int] = []

  /// Reads a document's words, and counts those of the stop list in each line.
  init(_ tokens: LineTokens, stops: StopList, common: inout [Int]) {
    var numbers = HashNumbers(capacity: tokens.hashes.count)
    // By number, the line that has the word; below zero where several have it.
    var lines: [Int] = []
    var all: [(number: Int, token: Int)] = []
    all.reserveCapacity(tokens.hashes.count)
    for line in 0..<tokens.starts.count - 1 {
      let before = all.count
      for token in tokens[line] {
        let size = tokens.sizes[token]
        let hash = tokens.hashes[token]
        if size > 0, size < LineTokens.pair, stops.contains(hash) {
          common[line] += 1
        } else if size >= 4 {
          let number = numbers.number(of: hash)
          if number == lines.count {
            lines.append(line)
          } else if lines[number] != line {
            lines[number] = -1
          }
          all.append((number, token))
        }
      }
      meaningful.append(all.count - before)
    }
    // Shared words get numbers of their own.
    for number in lines.indices where lines[number] < 0 {
      lines[number] = -1 - count
      count += 1
    }
    var last = [Int](repeating: -1, count: count)
    var at = 0
    for (line, words) in meaningful.enumerated() {
      for (number, token) in all[at..<at + words] where lines[number] < 0 {
        let word = -1 - lines[number]
        places.append(Place(word: word, token: token, isFirst: last[word] != line))
        last[word] = line
      }
      starts.append(places.count)
      at += words
    }
  }

  /// A line's shared words, as often as they stand there.
  subscript(line: Int) -> ArraySlice<Place> { places[starts[line]..<starts[line + 1]] }
}
