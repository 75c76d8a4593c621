import Foundation
import Testing

@testable import WinnowClean

@Suite struct LineMathTests {
  @Test("Logarithms and powers agree with the C library's to fourteen digits")
  func accuracy() {
    for step in 1...4000 {
      let x = Double(step) * Double(step) / 37
      #expect(abs(LineMath.log(x) - log(x)) <= 1e-14 * max(1, abs(log(x))))
      #expect(abs(LineMath.log2p(x) - log2(1 + x)) <= 1e-14 * log2(1 + x))
      for y in [Double(step) / 40, -Double(step) / 40] {
        #expect(abs(LineMath.exp(y) / exp(y) - 1) < 1e-13)
      }
    }
    #expect(LineMath.log2p(0) == 0 && LineMath.log2p(1) == 1 && LineMath.log2p(7) == 3)
  }

  @Test("Log-odds beyond all measure are certain")
  func extremes() {
    #expect(LineMath.sigmoid(0) == 0.5)
    #expect(LineMath.sigmoid(1e9) == 1)
    #expect(LineMath.sigmoid(-1e9) == 0)
  }
}
