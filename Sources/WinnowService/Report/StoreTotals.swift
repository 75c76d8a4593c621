import WinnowRecord

/// What the records of a period come to, counted in bounded space however many there are.
struct StoreTotals {
  struct Source: Tallied {
    var days = DayHistogram()
    var weight = 0
  }

  /// How often one entity was named, and in which spellings.
  struct Name: Tallied {
    var name = ""
    var spellings = BoundedTable<Count>(mostKeys: 24)
    var rewritten = 0
    var weight = 0
  }

  private(set) var documents = 0
  /// Documents that bear no date.
  private(set) var undated = 0
  /// Of the originals.
  private(set) var bytes = 0
  private(set) var mentions = 0
  private(set) var rewritten = 0
  private(set) var first: CalendarDay?
  private(set) var last: CalendarDay?
  private(set) var days = DayHistogram()
  private(set) var sources = BoundedTable<Source>(mostKeys: 1000)
  private(set) var removals = Removals()
  private(set) var names = BoundedTable<Name>(mostKeys: 10_000)
  private(set) var languages = BoundedTable<Count>(mostKeys: 500)

  mutating func add(_ record: RecordOutline, received: Moment?) {
    documents += 1
    bytes += record.bytes
    removals.add(text: record.scalars)
    if let day = received?.day {
      days.add(day)
      first = first.map { $0.number < day.number ? $0 : day } ?? day
      last = last.map { $0.number > day.number ? $0 : day } ?? day
    } else {
      undated += 1
    }
    sources.add(record.path.flatMap(Record.source(ofPath:)) ?? "") { source in
      source.weight += 1
      if let day = received?.day { source.days.add(day) }
    }
    languages.add(record.language ?? "") { $0.weight += 1 }
    for edit in record.edits {
      removals.add(AppliedRule(edit.rule), was: edit.was, now: edit.now)
    }
    for name in record.names { add(name) }
  }

  private mutating func add(_ name: RecordOutline.Name) {
    mentions += 1
    rewritten += name.isRewritten ? 1 : 0
    // What may stand for several has no entity: each spelling is one of its own.
    names.add(name.entity ?? "?\(name.surface)") { tally in
      tally.weight += 1
      tally.rewritten += name.isRewritten ? 1 : 0
      if tally.name.isEmpty {
        tally.name = BoundedTable<Count>.shortened(name.name ?? name.surface)
      }
      tally.spellings.add(name.surface) { $0.weight += 1 }
    }
  }
}
