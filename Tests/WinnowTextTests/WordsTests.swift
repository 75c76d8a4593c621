import Testing
import WinnowText

/// The words of a line as "kind:text", marks as they are.
private func told(_ line: String) -> [String] {
  let bytes = Array(line.utf8)
  return Words.split(bytes, bytes.indices).map { word in
    let text = String(decoding: bytes[word.at], as: UTF8.self)
    return word.isMark ? text : "\(word.kind):\(text)"
  }
}

@Suite struct WordsTests {
  @Test("A line falls into words and marks")
  func plain() {
    #expect(told("Стой, кто идёт?") == ["plain:Стой", ",", "plain:кто", "plain:идёт", "?"])
    #expect(told("") == [])
    #expect(told(" — ") == ["—"])
  }

  @Test(
    "Numbers with separators, percent and K or M are numbers",
    arguments: [
      "7", "12", "1,234", "1,234.5", "3.5K", "12M", "100%", "11.06", "2023",
    ]
  )
  func numbers(text: String) {
    #expect(told(text) == ["number:\(text)"])
  }

  @Test("An apostrophe that ends a word or stands alone is nothing, even where it is a letter")
  func apostrophes() {
    for sign in ["'", "`", "\u{2018}", "\u{2019}", "\u{2BB}", "\u{2BC}"] {
      #expect(told("cats\(sign)") == ["plain:cats"])
      #expect(told("\(sign)") == [])
      #expect(told("\(sign)\(sign).") == ["."])
      #expect(told("\(sign)tis\(sign)\(sign)é") == ["plain:tis", "plain:é"])
    }
  }

  @Test("Every character is read once, alone and beside others")
  func everyCharacter() {
    for value in UInt32(0)..<0x3100 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array("\(scalar)a\(scalar)\(scalar). \(scalar) é\(scalar)".utf8)
      let words = Words.split(bytes, bytes.indices)
      #expect(words.allSatisfy { !$0.at.isEmpty })
      #expect(zip(words, words.dropFirst()).allSatisfy { $0.at.upperBound <= $1.at.lowerBound })
    }
  }

  @Test("Clock times are times", arguments: ["0:00", "12:30", "12:30:05"])
  func times(text: String) {
    #expect(told(text) == ["time:\(text)"])
    #expect(told("(\(text)).") == ["(", "time:\(text)", ")", "."])
  }

  @Test("A ratio of long numbers is no time")
  func ratio() {
    #expect(told("120:300") == ["number:120", ":", "number:300"])
  }

  @Test(
    "Dates in digits are dates",
    arguments: [
      "11.06.2023", "2023-06-11", "6/11/23", "01-02-03",
    ]
  )
  func dates(text: String) {
    #expect(told("\(text),") == ["date:\(text)", ","])
  }

  @Test(
    "Addresses of the web are one word",
    arguments: [
      "https://example.org/a?b=1", "HTTP://EXAMPLE.ORG", "www.example.org", "example.com",
      "news.example.by/path", "example.ua",
    ]
  )
  func urls(text: String) {
    #expect(told("(\(text))") == ["(", "url:\(text)", ")"])
  }

  @Test("A sentence without a space after its full stop is no address")
  func noAddress() {
    #expect(told("end.Begin") == ["plain:end", ".", "plain:Begin"])
    #expect(told("U.S.") == ["plain:U", ".", "plain:S", "."])
  }

  @Test("Mail addresses and file names are one word")
  func emailsAndFiles() {
    #expect(told("jdoe@example.org,") == ["email:jdoe@example.org", ","])
    #expect(told("photo-1.JPG") == ["file:photo-1.JPG"])
    #expect(told("report.pdf.") == ["file:report.pdf", "."])
    #expect(told("@nobody") == ["@", "plain:nobody"])
  }

  @Test(
    "A number of four digits from 1900 to 2099 is a year",
    arguments: [
      ("1899", nil), ("1900", 1900), ("2099", 2099), ("2100", nil), ("02023", nil), ("19", nil),
    ] as [(String, Int?)]
  )
  func years(text: String, year: Int?) {
    let words = Words.split(text)
    #expect(words.count == 1)
    #expect(words.first?.year == year)
  }

  @Test("Words that begin with a digit know it")
  func digits() {
    #expect(Words.split("11th of June").map(\.beginsWithDigit) == [true, false, false])
    #expect(Words.split("11th").map(\.kind) == [.plain])
  }

  @Test(
    "Apostrophes of any shape, or none, make no difference",
    arguments: [
      "don't", "don’t", "don`t", "donʼt", "DON'T", "dont",
    ]
  )
  func apostrophes(text: String) {
    let words = Words.split(text)
    #expect(words.map(\.key) == Words.split("don't").map(\.key))
    #expect(words.map(\.isMark) == [false])
    #expect(Words.split("об’їзд").map(\.key) == Words.split("об'їзд").map(\.key))
  }

  @Test("Quotation marks that are apostrophes alone are left out")
  func outerApostrophes() {
    #expect(told("'yes' ‘no’") == ["plain:yes", "plain:no"])
  }

  @Test("A hyphen is a mark between two words")
  func hyphens() {
    #expect(told("e-mail") == ["plain:e", "-", "plain:mail"])
    #expect(told("вул.-2") == ["plain:вул", ".", "-", "number:2"])
  }

  @Test(
    "Case makes no difference to a word's key; letters do",
    arguments: [
      ("SHARE", "share"), ("ЁЛКА", "ёлка"), ("ЎСЁ", "ўсё"), ("ŻÓŁĆ", "żółć"), ("ΆΛΦΑ", "άλφα"),
    ]
  )
  func folding(upper: String, lower: String) {
    #expect(Words.split(upper).map(\.key) == Words.split(lower).map(\.key))
    #expect(Words.split(upper).map(\.key) != Words.split(lower + "x").map(\.key))
  }

  @Test("е and ё, і and и are different letters")
  func letters() {
    #expect(Words.split("все").map(\.key) != Words.split("всё").map(\.key))
    #expect(Words.split("сім").map(\.key) != Words.split("сим").map(\.key))
  }

  @Test("Each Chinese or Japanese sign is a word")
  func chinese() {
    #expect(told("版权所有。") == ["plain:版", "plain:权", "plain:所", "plain:有", "。"])
    #expect(told("API接口2023") == ["plain:API", "plain:接", "plain:口", "number:2023"])
  }

  @Test("A letter's mark and joiners belong to its word")
  func marks() {
    #expect(told("ладзі\u{306} क्\u{200D}ष") == ["plain:ладзі\u{306}", "plain:क्\u{200D}ष"])
  }

  @Test("Only the span that is asked for is split")
  func span() {
    let bytes = Array("one two three".utf8)
    #expect(Words.split(bytes, 4..<7).map(\.at) == [4..<7])
  }
}
