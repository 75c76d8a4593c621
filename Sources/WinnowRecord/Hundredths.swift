/// Numbers from 0 to 1 as they are shown and written, with two decimals.
package enum Hundredths {
  package static func text(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
