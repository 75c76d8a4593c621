import WinnowClean

/// Rounds the hashed weights to steps that a byte can count, as the model file keeps them.
enum Quantiser {
  /// Weights beyond this share of those that are not zero are cut to its limit.
  private static let kept = 0.9999

  /// The same model with each hashed weight a whole number of steps, -127 to 127.
  static func round(_ model: LinearModel) -> LinearModel {
    var rounded = model
    let sizes = model.hashed.filter { $0 != 0 }.map { abs($0) }.sorted()
    guard !sizes.isEmpty else { return model }
    let limit = sizes[min(sizes.count - 1, Int(Double(sizes.count) * kept))]
    // Of seventeen bits, so that every multiple is exact.
    let step = Float(bitPattern: ((limit / 127).bitPattern + 0x7F) & ~0x7F)
    rounded.hashed = model.hashed.map { weight in
      max(-127, min(127, (weight / step).rounded())) * step
    }
    return rounded
  }
}
