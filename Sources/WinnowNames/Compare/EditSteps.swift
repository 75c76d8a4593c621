/// The cheapest way from one reading to another in words, for people.
enum EditSteps {
  /// Steps such as `a for o`, `no v`; sounds that cost next to nothing to change are left out.
  static func between(_ a: Phonemes, _ b: Phonemes, _ costs: EditCosts) -> [String] {
    var rows: [[Int]] = [[0]]
    for j in 0..<b.count { rows[0].append(rows[0][j] + Int(costs.loss[Int(b.codes[j])])) }
    func changed(_ i: Int, _ j: Int) -> Int {
      Int(costs.substitution[Int(a.codes[i]) * EditCosts.stride + Int(b.codes[j])])
    }
    for i in 0..<a.count {
      let lost = Int(costs.loss[Int(a.codes[i])])
      var row = [rows[i][0] + lost]
      for j in 0..<b.count {
        let other = Int(costs.loss[Int(b.codes[j])])
        row.append(min(rows[i][j] + changed(i, j), min(rows[i][j + 1] + lost, row[j] + other)))
      }
      rows.append(row)
    }
    var steps: [String] = []
    var (i, j) = (a.count, b.count)
    while i > 0 || j > 0 {
      if i > 0, j > 0, rows[i][j] == rows[i - 1][j - 1] + changed(i - 1, j - 1) {
        (i, j) = (i - 1, j - 1)
        if changed(i, j) > 4 { steps.append("\(name(b.codes[j])) for \(name(a.codes[i]))") }
      } else if i > 0, rows[i][j] == rows[i - 1][j] + Int(costs.loss[Int(a.codes[i - 1])]) {
        i -= 1
        steps.append("no \(name(a.codes[i]))")
      } else {
        j -= 1
        steps.append("\(name(b.codes[j])) more")
      }
    }
    return steps.reversed()
  }

  private static func name(_ code: UInt8) -> String {
    switch Phoneme(rawValue: code) {
    case .softA, .lastSoftA: "ya"
    case .hardA, .lastA: "a"
    case .softE: "ye"
    case .hardE: "e"
    case .softO: "yo"
    case .lastO: "o"
    case .lastE: "e"
    case .closedI: "i"
    case .stressedAdjective: "-oy"
    case .softU: "yu"
    case .w: "ŭ"
    case .c: "ts"
    case .adjective: "-y"
    case .some(let phoneme): "\(phoneme)"
    case nil: ""
    }
  }
}
