import Testing
import WinnowRecord

@Suite struct JSONWriterTests {
  @Test("A character is escaped wherever it stands, and what needs no escape is not")
  func escapes() throws {
    let wide: [Unicode.Scalar] = [
      "\u{7F}", "\u{80}", "\u{9F}", "\u{A0}", "\u{2028}", "\u{2029}", "\u{202A}", "\u{2013}", "é",
      "Ж", "字", "😀",
    ]
    let controls: [Unicode.Scalar: String] = ["\n": #"\n"#, "\r": #"\r"#, "\t": #"\t"#]
    for scalar in (0..<0x80).compactMap(Unicode.Scalar.init) + wide {
      let escaped =
        switch scalar.value {
        case 0x22, 0x5C: "\\" + String(scalar)
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: controls[scalar] ?? hex(scalar)
        default: String(scalar)
        }
      for place in 0..<20 {
        let (before, after) = (String(repeating: "b", count: place), "Жaaaaaaaaaaa")
        var writer = JSONWriter()
        writer.string(before + String(scalar) + after)
        #expect(writer.text == "\"" + before + escaped + after + "\"")
      }
    }
  }

  private func hex(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }

  @Test(
    "Numbers are written as they are said",
    arguments: [0, 7, 10, 99, 100, 1_234_567, .max, -1, .min]
  )
  func numbers(value: Int) {
    var writer = JSONWriter()
    writer.number(value)
    #expect(writer.text == String(value))
  }
}
