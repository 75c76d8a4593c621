import WinnowNames

/// How well generated articles were settled, kind by kind.
struct ArticleScore {
  struct Count {
    var gold = 0
    var found = 0
    var linked = 0
    var rewrites = 0
    var rewritten = 0
  }

  private(set) var counts: [GoldMention.Kind: Count] = [:]
  private(set) var mentions = 0
  /// Mentions where nothing was put, or of other words than those.
  private(set) var extra: [String] = []
  private(set) var wrongRewrites: [String] = []
  private(set) var wrongLinks: [String] = []
  private(set) var misses: [GoldMention.Kind: [String]] = [:]

  /// Adds what was made of one article.
  mutating func add(_ article: GeneratedArticle, _ settled: [Mention]) {
    var shift = 0
    var byStart: [Int: (mention: Mention, end: Int)] = [:]
    for mention in settled {
      let start = mention.at.lowerBound - shift
      let end = start + mention.surface.utf8.count
      shift += mention.at.count - mention.surface.utf8.count
      byStart[start] = (mention, end)
    }
    mentions += settled.count
    for gold in article.mentions {
      let met = byStart.removeValue(forKey: gold.span.lowerBound)
      if let met, Self.ends(gold, met.mention).contains(met.end) {
        add(gold, met.mention)
      } else {
        add(gold, nil)
        if let met { addExtra(met.mention, gold) }
      }
    }
    for (_, met) in byStart.sorted(by: { $0.key < $1.key }) { addExtra(met.mention, nil) }
  }

  /// Where a mention may end: with or without signs for a soft letter; a change must take them along.
  private static func ends(_ gold: GoldMention, _ mention: Mention) -> Set<Int> {
    if mention.action == .rewrite { return [gold.span.upperBound] }
    let letters = gold.surface.unicodeScalars.reversed().drop {
      "ʹʺʼ´’'”″′".unicodeScalars.contains($0)
    }
    let signs = gold.surface.unicodeScalars.suffix(
      gold.surface.unicodeScalars.count - letters.count
    )
    return [gold.span.upperBound, gold.span.upperBound - String(signs).utf8.count]
  }

  private mutating func addExtra(_ mention: Mention, _ gold: GoldMention?) {
    let told = Self.told(mention)
    if mention.action == .rewrite {
      wrongRewrites.append(told + (gold.map { ", is \($0.surface)" } ?? ""))
    }
    extra.append(told)
  }

  private mutating func add(_ gold: GoldMention, _ mention: Mention?) {
    var count = counts[gold.kind] ?? Count()
    defer { counts[gold.kind] = count }
    count.gold += 1
    let isChange = gold.wanted != nil && gold.wanted?.lowercased() != gold.surface.lowercased()
    if isChange { count.rewrites += 1 }
    let origin = "\(gold.surface) (\(gold.spelledBy), \(gold.entity ?? "nobody"))"
    guard let mention else {
      misses[gold.kind, default: []].append("\(origin): not found")
      return
    }
    count.found += 1
    let isListed = mention.entity.map { !$0.hasPrefix("doc:") } ?? false
    let isLinked = gold.entity == nil ? !isListed : mention.entity == gold.entity
    if isLinked { count.linked += 1 }
    if isListed, !isLinked { wrongLinks.append("\(origin): \(Self.told(mention))") }
    if mention.action == .rewrite {
      if isLinked, mention.name == gold.wanted {
        count.rewritten += 1
      } else {
        wrongRewrites.append("\(origin), wanted \(gold.wanted ?? "none"): \(Self.told(mention))")
      }
    } else if isChange || !isLinked {
      misses[gold.kind, default: []].append("\(origin): \(Self.told(mention))")
    }
  }

  private static func told(_ mention: Mention) -> String {
    let others = mention.candidates.map(\.entity).joined(separator: ", ")
    return "\(mention.surface) \(mention.action) \(mention.name ?? "-") "
      + "\(mention.entity ?? "[\(others)]"), \(mention.why)"
  }

  /// The sum over all kinds but some.
  func total(without kinds: [GoldMention.Kind] = []) -> Count {
    counts.filter { !kinds.contains($0.key) }.values.reduce(into: Count()) { sum, count in
      sum.gold += count.gold
      sum.found += count.found
      sum.linked += count.linked
      sum.rewrites += count.rewrites
      sum.rewritten += count.rewritten
    }
  }
}

extension ArticleScore {
  /// Figures and failures, a line each.
  var report: String {
    var lines = ["kind: put there, found, linked rightly; to be spelt anew, spelt anew"]
    for kind in GoldMention.Kind.allCases {
      guard let count = counts[kind] else { continue }
      lines.append(
        "\(kind): \(count.gold), \(count.found), \(count.linked); \(count.rewrites), \(count.rewritten)"
      )
    }
    lines.append("mentions \(mentions), extra \(extra.count)")
    lines += wrongRewrites.map { "wrong rewrite: \($0)" }
    lines += wrongLinks.map { "wrong link: \($0)" }
    lines += extra.map { "extra: \($0)" }
    for kind in GoldMention.Kind.allCases { lines += (misses[kind] ?? []).map { "\(kind): \($0)" } }
    return lines.joined(separator: "\n")
  }
}
