import WinnowTOML

/// One setting: its name, its sentence, how to read it and how to write it.
package struct Setting {
  package let name: String
  package let sentence: String
  let read: (ConfigurationTable, inout Settings) throws(ConfigurationError) -> Void
  /// The value, as one would write it.
  package let text: (Settings) -> String
  package let copy: (_ from: Settings, _ to: inout Settings) -> Void
  /// Whether a daemon that runs can take another value from one document to the next.
  package private(set) var isLive = false

  /// The default, as one would write it.
  package var standard: String { text(Settings()) }

  private init<Value>(
    _ name: String,
    _ sentence: String,
    _ place: WritableKeyPath<Settings, Value>,
    text: @escaping (Value) -> String,
    read: @escaping (ConfigurationTable) throws(ConfigurationError) -> Value?
  ) {
    self.name = name
    self.sentence = sentence
    self.read = { table, settings throws(ConfigurationError) in
      if let value = try read(table) { settings[keyPath: place] = value }
    }
    self.text = { text($0[keyPath: place]) }
    copy = { $1[keyPath: place] = $0[keyPath: place] }
  }

  /// The same setting, for which a reload is enough.
  var live: Setting {
    var live = self
    live.isLive = true
    return live
  }

  static func integer(
    _ name: String,
    _ bounds: ClosedRange<Int>,
    _ place: WritableKeyPath<Settings, Int>,
    _ sentence: String
  ) -> Setting {
    Setting(name, sentence, place, text: { String($0) }) { table throws(ConfigurationError) in
      guard let value = try table.integer(name) else { return nil }
      guard bounds.contains(value) else {
        let wanted = "\(bounds.lowerBound) to \(bounds.upperBound)"
        throw table.error(name, "wants \(wanted), got \(value)")
      }
      return value
    }
  }

  static func text(
    _ name: String,
    _ place: WritableKeyPath<Settings, String>,
    _ sentence: String
  ) -> Setting {
    Setting(name, sentence, place, text: { "\"\($0)\"" }) { table throws(ConfigurationError) in
      try table.string(name)
    }
  }

  static func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ name: String,
    _ place: WritableKeyPath<Settings, Choice>,
    _ sentence: String
  ) -> Setting {
    Setting(name, sentence, place, text: { "\"\($0.rawValue)\"" }) {
      table throws(ConfigurationError) in
      guard let text = try table.string(name) else { return nil }
      guard let value = Choice(rawValue: text) else {
        let known = Choice.allCases.map { "'\($0.rawValue)'" }.joined(separator: " or ")
        throw table.error(name, "wants \(known), got '\(text)'")
      }
      return value
    }
  }

  /// An address of this machine alone; none where the text is empty.
  static func loopback(
    _ name: String,
    _ place: WritableKeyPath<Settings, ListenAddress?>,
    _ sentence: String
  ) -> Setting {
    Setting(name, sentence, place, text: { "\"\($0?.text ?? "")\"" }) {
      table throws(ConfigurationError) in
      guard let text = try table.string(name) else { return nil }
      let address = ListenAddress(text)
      if address == nil, !text.isEmpty {
        let wanted = "a loopback address and a port such as 127.0.0.1:9464 or [::1]:9464"
        throw table.error(name, "wants \(wanted), got '\(text)'")
      }
      return .some(address)
    }
  }

  static func duration(
    _ name: String,
    _ bounds: ClosedRange<Duration>,
    _ place: WritableKeyPath<Settings, Duration>,
    _ sentence: String
  ) -> Setting {
    Setting(name, sentence, place, text: { "\"\(Quantity.text($0))\"" }) {
      table throws(ConfigurationError) in
      guard let text = try table.string(name) else { return nil }
      guard let value = Quantity.duration(text), bounds.contains(value) else {
        let wanted = "\(Quantity.text(bounds.lowerBound)) to \(Quantity.text(bounds.upperBound))"
        throw table.error(name, "wants a time such as 500ms, \(wanted), got '\(text)'")
      }
      return value
    }
  }

  static func size(
    _ name: String,
    _ bounds: ClosedRange<Int>,
    _ place: WritableKeyPath<Settings, Int>,
    _ sentence: String
  ) -> Setting {
    Setting(name, sentence, place, text: { "\"\(Quantity.text(bytes: $0))\"" }) {
      table throws(ConfigurationError) in
      guard let text = try table.string(name) else { return nil }
      guard let value = Quantity.bytes(text), bounds.contains(value) else {
        let lower = Quantity.text(bytes: bounds.lowerBound)
        let wanted = "\(lower) to \(Quantity.text(bytes: bounds.upperBound))"
        throw table.error(name, "wants a size such as 16MiB, \(wanted), got '\(text)'")
      }
      return value
    }
  }
}
