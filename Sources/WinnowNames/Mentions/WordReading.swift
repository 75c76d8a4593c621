/// A word of a text as names are looked up: by its consonants alone.
struct WordReading {
  /// Where the word stands.
  let span: Range<Int>
  /// In the common orthography.
  let skeleton: Skeleton
  /// The gazetteer's forms that may be spelt so; the sounds must still be compared.
  let forms: [Int32]
}

extension NameIndex {
  func read(_ text: [UInt8], _ span: Range<Int>) -> WordReading {
    var common: Skeleton?
    var forms: [Int32] = []
    Orthographies.read(LetterRun(utf8: text.span.extracting(span))) { raw in
      let skeleton = Skeleton(raw)
      if common == nil { common = skeleton }
      add(soundingLike: skeleton, to: &forms)
    }
    return WordReading(span: span, skeleton: common ?? Skeleton(""), forms: forms)
  }
}
