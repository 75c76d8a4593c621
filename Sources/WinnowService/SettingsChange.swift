import WinnowNames
import WinnowPipeline

/// What differs between the settings in force and those that a reload has read.
struct SettingsChange: Sendable {
  /// What applies from the next document on, `name old -> new` each.
  private(set) var applied: [String] = []
  /// What only a start can change, and so stays as it is.
  private(set) var postponed: [String] = []
  /// The settings in force from now on.
  private(set) var settings: Settings

  init(from old: Settings, to new: Settings) {
    settings = new
    let declared =
      Settings.declared.map { (name: $0.name, setting: $0) }
      + Settings.declaredOfMetrics.map { (name: "metrics.\($0.name)", setting: $0) }
    for (name, setting) in declared {
      let (was, becomes) = (setting.text(old), setting.text(new))
      if was == becomes { continue }
      let line = "\(name) \(was) -> \(becomes)"
      if setting.isLive {
        applied.append(line)
      } else {
        postponed.append(line)
        setting.copy(old, &settings)
      }
    }
    for source in Set(old.sources.keys).union(new.sources.keys).sorted() {
      let (was, becomes) = (old.naming(of: source), new.naming(of: source))
      if was == becomes { continue }
      applied.append("source.\(source) \(was.text) -> \(becomes.text)")
    }
  }
}

extension Settings.Naming {
  fileprivate var text: String { "\(style.rawValue) \(action.rawValue)" }
}
