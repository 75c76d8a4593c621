/// A patronymic taken apart: the father's name and the bearer's gender.
struct Patronymic {
  let stem: GivenKey
  let isFeminine: Bool

  /// Nil where the word doesn't end in -ovich, -evich, -ich, -ovna, -evna, -ichna, -ivna, -auna.
  init?(_ reading: Phonemes) {
    func at(_ fromEnd: Int) -> Phoneme? {
      fromEnd <= reading.count ? Phoneme(rawValue: reading.codes[reading.count - fromEnd]) : nil
    }
    guard let last = at(1), let second = at(2), let third = at(3), reading.count >= 5 else {
      return nil
    }
    let isSon = last == .ch && (second == .i || second == .y)
    let isDaughter = last == .lastA && second == .n && (third == .v || third == .w || third == .ch)
    guard isSon || isDaughter else { return nil }
    isFeminine = isDaughter
    var end = reading.count - 2
    if isSon, third == .v { end -= 1 }
    if isDaughter { end -= 1 }
    if isDaughter, third == .ch, end > 0 { end -= 1 }
    stem = GivenKey(reading, upTo: reading.stemLength(upTo: end))
  }
}

extension Phonemes {
  /// How many sounds are left without the last vowels and glides.
  var stemLength: Int { stemLength(upTo: count) }

  func stemLength(upTo end: Int) -> Int {
    var end = end
    while end > 0,
      codes[end - 1] == Phoneme.j.rawValue || codes[end - 1] >= Phoneme.a.rawValue
    {
      end -= 1
    }
    return end
  }
}
