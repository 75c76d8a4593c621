import Testing

@testable import WinnowNames

@Suite struct AddressSignsTests {
  @Test("A chunk is an address where reading it byte by byte says so")
  func twin() {
    var random = SplitMix64(seed: 11)
    let bytes = Array("aaaaaaaab    \n..:/@Z9".utf8)
    for length in 0..<400 {
      let text = (0..<length % 60).map { _ in bytes.randomElement(using: &random) ?? 0x20 }
      var signs = AddressSigns()
      for start in text.indices
      where start == 0 || text[start - 1] == 0x20 || text[start - 1] == 0x0A {
        let isAddress = signs.hasOne(in: text.span, from: start)
        #expect(
          isAddress == Self.plain(text, start),
          "\(String(decoding: text, as: UTF8.self)) \(start)"
        )
      }
    }
  }

  private static func plain(_ text: [UInt8], _ start: Int) -> Bool {
    let end = text[start...].firstIndex { $0 == 0x20 || $0 == 0x0A } ?? text.count
    return (start..<end).contains { AddressSigns.isSign(text.span, $0) }
  }

  @Test(
    "An address has a sign that words don't have",
    arguments: [
      ("see example.org now", 4, true), ("write a@b now", 6, true), ("http://x now", 0, true),
      ("by A.G. Petrov", 3, false), ("the U.S. is", 4, false), ("The end. And", 4, false),
      ("at 10:30 sharp", 3, false),
    ]
  )
  func words(text: String, start: Int, isAddress: Bool) {
    var signs = AddressSigns()
    #expect(signs.hasOne(in: text.utf8.span, from: start) == isAddress)
  }
}
