/// A person's or place's name as it was written, taken apart into words: the first three and the last.
package struct SpelledName: Sendable {
  static let mostTokens = 4

  /// What the words of a name are: their places, -1 where there is none.
  struct Roles {
    let given, patronymic, surname: Int
  }

  /// How far the order of the words is known.
  enum Order {
    case givenFirst, surnameFirst, unknown
  }

  private(set) var tokens = InlineArray<4, SpelledToken>(repeating: SpelledToken())
  private(set) var count = 0
  /// Which words are a single letter, as bits.
  private var initials: UInt8 = 0
  private(set) var order = Order.unknown

  /// Splits at spaces, commas and full stops and reads the words; given names come from the table.
  init(_ utf8: Span<UInt8>, table: GivenTable) {
    var place = 0
    var hasComma = false
    var word = LetterRun()
    while place < utf8.count {
      let scalar = utf8.scalar(&place)
      switch scalar {
      case 0x20, 0x09, 0x2E, 0xA0, 0x5F, 0x2C:
        add(word)
        word = LetterRun()
        if scalar == 0x2C, count == 1 { hasComma = true }
      default: word.add(scalar)
      }
    }
    add(word)
    for place in 0..<count where !isInitial(place) {
      tokens[place].given = table.find(tokens[place])
    }
    order = hasComma ? .surnameFirst : findOrder()
  }

  func isInitial(_ place: Int) -> Bool { initials >> UInt8(place) & 1 == 1 }

  private mutating func add(_ word: LetterRun) {
    guard word.count > 0 else { return }
    let token = SpelledToken(word)
    if token.count == 0 { return }
    // The last word is wanted, however many there are.
    count = min(count + 1, Self.mostTokens)
    let bit: UInt8 = 1 << UInt8(count - 1)
    initials = word.count == 1 ? initials | bit : initials & ~bit
    tokens[count - 1] = token
  }

  private func findOrder() -> Order {
    if count < 2 { return .givenFirst }
    let (first, last) = (tokens[0].given.isEmpty, tokens[count - 1].given.isEmpty)
    if isInitial(0) { return .givenFirst }
    if isInitial(1), isInitial(count - 1) { return .surnameFirst }
    if count > 2, Patronymic(tokens[count - 1].readings[0]) != nil,
      Patronymic(tokens[1].readings[0]) == nil, !tokens[1].given.isEmpty
    {
      return .surnameFirst
    }
    if first == last { return first ? .unknown : .givenFirst }
    return first ? .surnameFirst : .givenFirst
  }

  /// The words' roles in an order; of one word or more.
  func roles(_ order: Order) -> Roles {
    switch (count, order) {
    case (1, _): Roles(given: -1, patronymic: -1, surname: 0)
    case (2, .surnameFirst): Roles(given: 1, patronymic: -1, surname: 0)
    case (2, _): Roles(given: 0, patronymic: -1, surname: 1)
    case (_, .surnameFirst): Roles(given: 1, patronymic: 2, surname: 0)
    default: Roles(given: 0, patronymic: 1, surname: count - 1)
    }
  }
}
