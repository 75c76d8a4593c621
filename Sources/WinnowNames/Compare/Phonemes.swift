/// One reading of a word: its sounds, with what their neighbours make of them.
///
/// At most `capacity` sounds; what comes after is cut off, for no name is so long.
struct Phonemes: Sendable {
  static let capacity = 22
  private(set) var codes = InlineArray<22, UInt8>(repeating: 0)
  private var length: UInt8 = 0
  /// What the ending says of the bearer of a surname.
  private(set) var ending = SurnameEnding.neutral

  private(set) var count: Int {
    get { Int(length) }
    set { length = UInt8(truncatingIfNeeded: newValue) }
  }

  /// No sound at all.
  init() {}

  /// What raw sounds are beside each other.
  init(_ raw: RawSounds) {
    var place = 0
    var isSoft = false
    while place < raw.count {
      let sound = raw[place]
      if raw.isNarrow(place) || sound == RawSounds.j {
        let end = raw.endOfNarrow(place)
        isSoft = raw.isVowel(end)
        if !isSoft { appendNarrow(raw, place..<end) }
        place = end
        continue
      }
      if !raw.isVowel(place) {
        appendConsonant(RawSounds.phonemes[Int(sound)])
      } else if sound == RawSounds.u, !isSoft, isW(before: raw.isVowel(place + 1)) {
        if last == .v { replaceLast(.w) } else { append(.w) }
      } else {
        appendVowel(sound, isSoft: isSoft)
      }
      isSoft = false
      place += 1
    }
    finish()
  }

  func isSame(as other: Phonemes) -> Bool {
    if count != other.count { return false }
    for place in 0..<count where codes[place] != other.codes[place] { return false }
    return true
  }

  private var last: Phoneme? { count > 0 ? Phoneme(rawValue: codes[count - 1]) : nil }
  private var beforeLast: Phoneme? { count > 1 ? Phoneme(rawValue: codes[count - 2]) : nil }
  private var lastIsVowel: Bool { count > 0 && codes[count - 1] >= Phoneme.a.rawValue }

  /// Whether u is ŭ: after a vowel, or after the v that Belarusian puts between two vowels (Navum), and
  /// before no vowel.
  private func isW(before vowel: Bool) -> Bool {
    if vowel || count < 1 { return false }
    if lastIsVowel { return true }
    return last == .v && count > 1 && codes[count - 2] >= Phoneme.a.rawValue
  }

  /// Adds i, y, j or several of them, where no other vowel follows.
  private mutating func appendNarrow(_ raw: RawSounds, _ place: Range<Int>) {
    let sound = raw[place.lowerBound]
    let isNarrow = raw.isNarrow(place.lowerBound)
    let isClosed = raw[place.upperBound] == RawSounds.v && raw.endsClosed(place.upperBound)
    if isClosed, count >= 3, raw[place.upperBound - 1] == RawSounds.i {
      append(.closedI)
    } else if count == 0 || lastIsVowel {
      append(count == 0 && isNarrow ? .i : .j)
    } else if place.upperBound == raw.count, isNarrow {
      append(.adjective)
    } else if isNarrow {
      append(sound == RawSounds.i ? .i : .y)
    }
  }

  private mutating func append(_ phoneme: Phoneme) {
    guard count < Self.capacity else { return }
    codes[count] = phoneme.rawValue
    count += 1
  }

  private mutating func replaceLast(_ phoneme: Phoneme) { codes[count - 1] = phoneme.rawValue }

  private mutating func appendVowel(_ raw: UInt8, isSoft: Bool) {
    let isHard = last?.isHard == true
    switch RawSounds.phonemes[Int(raw)] {
    case .a: append(isSoft ? .softA : isHard ? .hardA : .a)
    case .e: append(isSoft ? .softE : isHard ? .hardE : .e)
    case .o: append(isSoft ? .softO : .o)
    default: append(isSoft ? .softU : .u)
    }
  }

  /// Double consonants are one, and so are two letters for an affricate; t and d are silent in stn, zdn.
  private mutating func appendConsonant(_ phoneme: Phoneme) {
    switch (last, phoneme) {
    case (phoneme, _), (.shch, .ch), (.c, .s): break
    case (.t, .c), (.t, .s): replaceLast(.c)
    case (.t, .ch): replaceLast(.ch)
    case (.d, .z), (.d, .dz): replaceLast(.dz)
    case (.d, .zh), (.d, .dzh): replaceLast(.dzh)
    case (.z, .zh): replaceLast(.zh)
    case (.sh, .ch): replaceLast(.shch)
    case (.t, .n) where beforeLast == .s, (.d, .n) where beforeLast == .z: replaceLast(.n)
    default: append(phoneme)
    }
  }

  private mutating func finish() {
    if count >= 5, let last, let second = Phoneme(rawValue: codes[count - 2]), second.isVowel {
      switch (second, last) {
      case (.o, .j):
        count -= 1
        replaceLast(.stressedAdjective)
      case (.a, .softA), (.softA, .softA), (.hardA, .softA):
        // -skaya is -ska in Ukrainian and Polish.
        count -= 1
        ending = .feminine
      case (.o, .softE), (.o, .e), (.a, .softE), (.a, .e), (.hardA, .softE):
        // -noe, -nae is -ne in Ukrainian.
        count -= 1
        replaceLast(.e)
      default: break
      }
    }
    switch last {
    case .a, .hardA: replaceLast(.lastA)
    case .softA: replaceLast(.lastSoftA)
    case .o, .softO: replaceLast(.lastO)
    case .e, .softE, .hardE: replaceLast(.lastE)
    default: break
    }
    if ending == .neutral { ending = SurnameEnding(codes, count) }
  }
}

extension RawSounds {
  /// Where the run of i, y and j that begins here ends.
  fileprivate func endOfNarrow(_ start: Int) -> Int {
    var place = start
    while isNarrow(place) || self[place] == Self.j { place += 1 }
    return place
  }

  /// Whether the v here ends the word, or -vka or -vtsi does.
  fileprivate func endsClosed(_ v: Int) -> Bool {
    v + 1 == count || v + 3 == count && (self[v + 1] == Self.k || self[v + 1] == Self.c)
  }
}
