/// A word of a text as names are looked up: by its sounds, and by its consonants alone.
struct WordReading {
  /// With the given names that it may be.
  private(set) var sound: SpelledToken
  /// The common one first.
  let skeletons: [Skeleton]

  init(utf8: Span<UInt8>, _ given: GivenTable) {
    let readings = Orthographies.readings(of: LetterRun(utf8: utf8))
    sound = SpelledToken(readings)
    sound.given = given.find(sound)
    skeletons = Skeleton.all(readings)
  }
}
