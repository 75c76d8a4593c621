/// A word of a text as names are looked up: by its consonants alone.
struct WordReading {
  /// Where the word stands.
  let span: Range<Int>
  /// In the common orthography.
  let skeleton: Skeleton
  /// The gazetteer's forms that may be spelt so; the sounds must still be compared.
  let forms: [Int32]

  init(_ text: [UInt8], _ span: Range<Int>, _ index: NameIndex) {
    self.span = span
    var common: Skeleton?
    var forms: [Int32] = []
    Orthographies.read(LetterRun(utf8: text.span.extracting(span))) { raw in
      let skeleton = Skeleton(raw)
      if common == nil { common = skeleton }
      index.add(soundingLike: skeleton, to: &forms)
    }
    self.skeleton = common ?? Skeleton("")
    self.forms = forms
  }
}
