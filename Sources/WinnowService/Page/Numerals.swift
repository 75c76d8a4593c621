/// Numbers as pages show them.
enum Numerals {
  /// 1234567 as 1,234,567.
  static func grouped(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var place = digits.endIndex
    while digits.distance(from: digits.startIndex, to: place) > 3 {
      place = digits.index(place, offsetBy: -3)
      digits.insert(",", at: place)
    }
    return number < 0 ? "\u{2212}\(digits)" : digits
  }

  /// A part of a whole, with one decimal: 12.3 %.
  static func share(_ part: Int, of whole: Int) -> String {
    if whole <= 0 { return "0 %" }
    let thousandths = Int((Double(part) / Double(whole) * 1000).rounded())
    if thousandths == 0 && part > 0 { return "< 0.1 %" }
    return "\(thousandths / 10).\(abs(thousandths % 10)) %"
  }

  /// Bytes in the largest unit that gives one or more: 12.3 MB.
  static func size(_ bytes: Int) -> String {
    var value = Double(bytes)
    var unit = "B"
    for next in ["kB", "MB", "GB", "TB"] where value >= 1000 {
      value /= 1000
      unit = next
    }
    if unit == "B" { return "\(bytes) B" }
    let tenths = Int((value * 10).rounded())
    return "\(grouped(tenths / 10)).\(tenths % 10) \(unit)"
  }

  /// How many there are of something, in words: 1 line, 2 lines.
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
  }
}
