/// A text as codes of letters, the form in which schemes read it.
///
/// Places count from 1: a code of no letter stands before the first and after the last.
struct CyrillicText {
  private(set) var scalars: [Unicode.Scalar]
  private(set) var codes: [UInt8]
  private var isCapital: [Bool]

  /// Takes text in normal form NFC.
  init(_ text: some Sequence<Unicode.Scalar>) {
    scalars = [" "]
    codes = [CyrillicLetter.none]
    isCapital = [false]
    for scalar in text {
      let letter = CyrillicLetter.code(of: scalar)
      scalars.append(scalar)
      codes.append(letter.code)
      isCapital.append(letter.isCapital)
    }
    codes.append(CyrillicLetter.none)
    isCapital.append(false)
    for place in places where codes[place] == CyrillicLetter.apostrophe {
      let isInside = codes[place - 1] != CyrillicLetter.none && !isLast(place)
      if !isInside { codes[place] = CyrillicLetter.none }
    }
  }

  var places: Range<Int> { 1..<scalars.count }

  /// Whether nothing but signs that are no letters follows.
  private func isLast(_ place: Int) -> Bool {
    codes[place + 1] == CyrillicLetter.none || codes[place + 1] == CyrillicLetter.apostrophe
  }

  /// How the Latin letters for some letters are to be capitalised.
  func capitals(at place: Int, count: Int) -> LatinCapitals {
    guard isCapital[place] else { return .none }
    if count > 1 { return isCapital[place + count - 1] ? .all : .first }
    return isAmongCapitals(place) ? .all : .first
  }

  /// Whether the next letter of the word is a capital, or, at its end, the one before.
  private func isAmongCapitals(_ place: Int) -> Bool {
    var next = place + 1
    if codes[next] == CyrillicLetter.apostrophe { next += 1 }
    if codes[next] != CyrillicLetter.none { return isCapital[next] }
    var last = place - 1
    if codes[last] == CyrillicLetter.apostrophe { last -= 1 }
    return isCapital[last]
  }
}
