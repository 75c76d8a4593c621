import WinnowNames

/// The names of a document, those that say the same once, with the numbers that the page knows them by.
struct NameNotes {
  struct Note {
    let mention: Mention
    var times = 1
  }

  private(set) var notes: [Note] = []
  /// For each mention, its note; notes are counted from 1.
  private(set) var numbers: [Int] = []

  init(_ mentions: [Mention]) {
    var known: [[String?]: Int] = [:]
    for mention in mentions {
      let key = [
        mention.surface, mention.name, mention.entity, mention.action.rawValue, mention.why,
      ]
      if let number = known[key] {
        notes[number - 1].times += 1
        numbers.append(number)
      } else {
        notes.append(Note(mention: mention))
        known[key] = notes.count
        numbers.append(notes.count)
      }
    }
  }
}
