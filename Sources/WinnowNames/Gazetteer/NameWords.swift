/// Splits the names of the gazetteer into their words.
enum NameWords {
  /// The words, which spaces and hyphens divide, as spans of the name's UTF-8.
  static func split(_ name: String) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    for (place, byte) in name.utf8.enumerated() where byte == 0x20 || byte == 0x2D {
      if place > start { words.append(start..<place) }
      start = place + 1
    }
    if start < name.utf8.count { words.append(start..<name.utf8.count) }
    return words
  }
}
