/// Times and sizes as people write them in settings.
package enum Quantity {
  private static let times: [(unit: String, milliseconds: Int64)] = [
    ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000),
  ]
  private static let sizes: [(unit: String, bytes: Int)] = [
    ("TiB", 1 << 40), ("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10), ("B", 1),
  ]

  /// Reads 500ms, 5s, 1m, 2h; nil for anything else.
  package static func duration(_ text: String) -> Duration? {
    for (unit, milliseconds) in times where text.hasSuffix(unit) {
      guard let number = Int64(text.dropLast(unit.count)), number >= 0 else { continue }
      let (product, isTooLarge) = number.multipliedReportingOverflow(by: milliseconds)
      return isTooLarge ? nil : .milliseconds(product)
    }
    return nil
  }

  /// Reads 512B, 64KiB, 16MiB, 1GiB; nil for anything else.
  package static func bytes(_ text: String) -> Int? {
    for (unit, bytes) in sizes where text.hasSuffix(unit) {
      guard let number = Int(text.dropLast(unit.count)), number >= 0 else { continue }
      let (product, isTooLarge) = number.multipliedReportingOverflow(by: bytes)
      return isTooLarge ? nil : product
    }
    return nil
  }

  package static func text(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
    let fitting = times.last { milliseconds > 0 && milliseconds.isMultiple(of: $0.milliseconds) }
    let (unit, length) = fitting ?? ("ms", 1)
    return "\(milliseconds / length)\(unit)"
  }

  package static func text(bytes: Int) -> String {
    let fitting = sizes.first { bytes > 0 && bytes.isMultiple(of: $0.bytes) }
    let (unit, length) = fitting ?? ("B", 1)
    return "\(bytes / length)\(unit)"
  }
}
