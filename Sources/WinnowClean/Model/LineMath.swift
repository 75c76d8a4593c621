/// The few functions that the model needs, the same to the last bit on every machine.
///
/// The C library's differ between processors, and a cleaned text may depend on its input, the rules
/// and the model alone.
enum LineMath {
  private static let ln2 = 0.693_147_180_559_945_3
  private static let ln2High = 0.693_147_180_369_123_8
  private static let ln2Low = 1.908_214_929_270_587_7e-10

  /// The natural logarithm of a positive number.
  static func log(_ x: Double) -> Double {
    var exponent = Double(x.exponent)
    var significand = x.significand
    if significand > 1.414_213_562_373_095 {
      significand *= 0.5
      exponent += 1
    }
    // The series of the inverse hyperbolic tangent; |s| is at most 0.172.
    let s = (significand - 1) / (significand + 1)
    let t = s * s
    let far = 1.0 / 11 + t * (1.0 / 13 + t * (1.0 / 15 + t * (1.0 / 17 + t * (1.0 / 19))))
    let near = 1 + t * (1.0 / 3 + t * (1.0 / 5 + t * (1.0 / 7 + t * (1.0 / 9 + t * far))))
    return exponent * ln2 + 2 * s * near
  }

  /// The binary logarithm of one more: 0 for 0, 1 for 1.
  static func log2p(_ x: Double) -> Double { log(1 + x) / ln2 }

  /// The same for whole numbers, which are mostly small.
  static func log2p(_ n: Int) -> Double {
    0 <= n && n < small.count ? small[n] : log2p(Double(n))
  }

  private static let small = (0..<256).map { log2p(Double($0)) }

  static func exp(_ x: Double) -> Double {
    if x > 700 { return .infinity }
    if x < -700 { return 0 }
    let n = (x / ln2).rounded()
    let r = (x - n * ln2High) - n * ln2Low
    // Taylor's series; |r| is at most 0.347.
    let far = 1 + r / 9 * (1 + r / 10 * (1 + r / 11 * (1 + r / 12 * (1 + r / 13))))
    let mid = 1 + r / 5 * (1 + r / 6 * (1 + r / 7 * (1 + r / 8 * far)))
    let near = 1 + r * (1 + r / 2 * (1 + r / 3 * (1 + r / 4 * mid)))
    return Double(sign: .plus, exponent: Int(n), significand: near)
  }

  /// The probability that log-odds stand for.
  static func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
}
