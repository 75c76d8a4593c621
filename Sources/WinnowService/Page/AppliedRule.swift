/// A rule as an edit bears it: its id, and what was found of the single line, as the model's reasons.
struct AppliedRule {
  enum Effect {
    /// Another form of the same text, such as another newline.
    case form
    /// Another spelling of a name.
    case spelling
    case removal
  }

  let id: String
  let found: String

  init(_ rule: String) {
    let parts = rule.split(separator: ":", maxSplits: 1)
    id = parts.first.map(String.init) ?? rule
    found = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
  }

  var effect: Effect {
    id.hasPrefix("text.") ? .form : id.hasPrefix("names.") ? .spelling : .removal
  }
}
