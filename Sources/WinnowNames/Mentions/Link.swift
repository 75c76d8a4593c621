/// Some words of a text that are a name, and whose.
struct Link {
  enum Target: Hashable {
    /// One entity, and no doubt.
    case one(Int32)
    /// Any of these: nothing tells which.
    case several([Int32])
    /// Perhaps one of these, spelt wrongly, the likeliest first.
    case perhaps([Int32])
    /// Somebody the gazetteer doesn't know, by a name that holds within the document.
    case unlisted(String)
  }

  /// Which of its words, as places among the tokens, say what.
  var tokens: ClosedRange<Int>
  /// A person's given name or first initial.
  var given: Int?
  /// A person's surname, or the only word of another name.
  var surname: Int?
  var target: Target
  /// How near the spelling is to the entity's names, 0 to 1.
  var likeness: Double
  /// What linked it, in words.
  var reason: String
  /// Whether only the proper name in a body's name stands here, which has quotation marks there.
  var isProperPart = false
  /// Whether it may be spelt anew: not for former names, abbreviations and translations.
  var isSpelling = true
}
