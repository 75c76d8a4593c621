/// How well a cleaner did on one page, counted as the acceptance measure counts.
struct PageFigures: Equatable {
  var precision = 0.0
  var recall = 0.0
  var f1 = 0.0
  var boilerplateLines = 0
  var boilerplateRemoved = 0
  var articleRemoved = 0
  var articleWords = 0.0
  var articleWordsLost = 0.0

  /// Compares what a cleaner keeps, line by line, with what is article.
  init(_ truth: PageTruth, keeps: [Bool]) {
    countWords(truth, keeps)
    var first = 0
    while first < truth.lines.count {
      var end = first + 1
      while end < truth.lines.count, truth.lines[end].source == truth.lines[first].source {
        end += 1
      }
      countLine(truth.lines[first..<end], keeps[first..<end])
      first = end
    }
  }

  var isDamaged: Bool { articleWordsLost > 0.01 * articleWords }

  private mutating func countWords(_ truth: PageTruth, _ keeps: [Bool]) {
    var left = truth.gold
    var shared = 0
    var kept = 0
    for (line, keep) in zip(truth.lines, keeps) where keep {
      kept += line.words.count
      for word in line.words {
        guard let count = left[word], count > 0 else { continue }
        left[word] = count - 1
        shared += 1
      }
    }
    let total = Int(truth.gold.values.reduce(0, +))
    precision = total > 0 ? Double(shared) / Double(max(1, kept)) : kept == 0 ? 1 : 0
    recall = Double(shared) / Double(max(1, total))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
  }

  /// Counts a line of the original; the document may have it as several.
  private mutating func countLine(_ parts: ArraySlice<PageTruth.Line>, _ keeps: ArraySlice<Bool>) {
    let letters = parts.reduce(0) { $0 + $1.letters }
    guard letters > 0, let line = parts.first else { return }
    let kept = zip(parts, keeps).reduce(0) { $1.1 ? $0 + $1.0.keptLetters : $0 }
    let left = Double(kept) / Double(letters)
    if line.isBoilerplate {
      boilerplateLines += 1
      if left < 0.5 { boilerplateRemoved += 1 }
    }
    if line.isArticle {
      let words = Double(parts.reduce(0) { $0 + $1.words.count })
      articleWords += words
      articleWordsLost += words * (1 - left)
      if left < 0.5 { articleRemoved += 1 }
    }
  }
}

/// How well a cleaner did on many pages.
struct Figures: Equatable {
  private(set) var pages = 0
  private(set) var sums = [Double](repeating: 0, count: 3)
  private var boilerplateLines = 0
  private var boilerplateRemoved = 0
  private var articleRemoved = 0
  private var articleWords = 0.0
  private var articleWordsLost = 0.0
  private var damagedPages = 0

  mutating func add(_ page: PageFigures) {
    pages += 1
    sums[0] += page.precision
    sums[1] += page.recall
    sums[2] += page.f1
    boilerplateLines += page.boilerplateLines
    boilerplateRemoved += page.boilerplateRemoved
    articleRemoved += page.articleRemoved
    articleWords += page.articleWords
    articleWordsLost += page.articleWordsLost
    if page.isDamaged { damagedPages += 1 }
  }

  /// Means over the pages.
  var precision: Double { sums[0] / Double(max(1, pages)) }
  var recall: Double { sums[1] / Double(max(1, pages)) }
  var f1: Double { sums[2] / Double(max(1, pages)) }

  /// Of the lines removed the share that is boilerplate; undecided lines don't count.
  var removalPrecision: Double {
    Double(boilerplateRemoved) / Double(max(1, boilerplateRemoved + articleRemoved))
  }
  /// Of the boilerplate lines the share removed.
  var removalRecall: Double { Double(boilerplateRemoved) / Double(max(1, boilerplateLines)) }
  /// Of the article's words the share lost.
  var lost: Double { articleWordsLost / max(1, articleWords) }
  /// Of the pages the share that lost more than a hundredth of their article.
  var damaged: Double { Double(damagedPages) / Double(max(1, pages)) }
}
