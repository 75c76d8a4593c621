import WinnowTOML

/// One setting: its name, its sentence, and how to read it.
package struct Setting {
  package let name: String
  package let sentence: String
  /// The default, as one would write it.
  package let standard: String
  let read: (ConfigurationTable, inout Settings) throws(ConfigurationError) -> Void

  static func integer(
    _ name: String,
    _ bounds: ClosedRange<Int>,
    _ place: WritableKeyPath<Settings, Int>,
    _ sentence: String
  ) -> Setting {
    Setting(name: name, sentence: sentence, standard: String(Settings()[keyPath: place])) {
      table,
      settings throws(ConfigurationError) in
      guard let value = try table.integer(name) else { return }
      guard bounds.contains(value) else {
        let wanted = "\(bounds.lowerBound) to \(bounds.upperBound)"
        throw table.error(name, "wants \(wanted), got \(value)")
      }
      settings[keyPath: place] = value
    }
  }

  static func text(
    _ name: String,
    _ place: WritableKeyPath<Settings, String>,
    _ sentence: String
  ) -> Setting {
    Setting(name: name, sentence: sentence, standard: "\"\(Settings()[keyPath: place])\"") {
      table,
      settings throws(ConfigurationError) in
      if let value = try table.string(name) { settings[keyPath: place] = value }
    }
  }

  static func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ name: String,
    _ place: WritableKeyPath<Settings, Choice>,
    _ sentence: String
  ) -> Setting {
    let standard = "\"\(Settings()[keyPath: place].rawValue)\""
    return Setting(name: name, sentence: sentence, standard: standard) {
      table,
      settings throws(ConfigurationError) in
      guard let text = try table.string(name) else { return }
      guard let value = Choice(rawValue: text) else {
        let known = Choice.allCases.map { "'\($0.rawValue)'" }.joined(separator: " or ")
        throw table.error(name, "wants \(known), got '\(text)'")
      }
      settings[keyPath: place] = value
    }
  }

  /// An address of this machine alone; none where the text is empty.
  static func loopback(
    _ name: String,
    _ place: WritableKeyPath<Settings, ListenAddress?>,
    _ sentence: String
  ) -> Setting {
    let standard = Settings()[keyPath: place]?.text ?? ""
    return Setting(name: name, sentence: sentence, standard: "\"\(standard)\"") {
      table,
      settings throws(ConfigurationError) in
      guard let text = try table.string(name) else { return }
      let address = ListenAddress(text)
      if address == nil, !text.isEmpty {
        let wanted = "a loopback address and a port such as 127.0.0.1:9464 or [::1]:9464"
        throw table.error(name, "wants \(wanted), got '\(text)'")
      }
      settings[keyPath: place] = address
    }
  }

  static func duration(
    _ name: String,
    _ bounds: ClosedRange<Duration>,
    _ place: WritableKeyPath<Settings, Duration>,
    _ sentence: String
  ) -> Setting {
    let standard = "\"\(Quantity.text(Settings()[keyPath: place]))\""
    return Setting(name: name, sentence: sentence, standard: standard) {
      table,
      settings throws(ConfigurationError) in
      guard let text = try table.string(name) else { return }
      guard let value = Quantity.duration(text), bounds.contains(value) else {
        let wanted = "\(Quantity.text(bounds.lowerBound)) to \(Quantity.text(bounds.upperBound))"
        throw table.error(name, "wants a time such as 500ms, \(wanted), got '\(text)'")
      }
      settings[keyPath: place] = value
    }
  }

  static func size(
    _ name: String,
    _ bounds: ClosedRange<Int>,
    _ place: WritableKeyPath<Settings, Int>,
    _ sentence: String
  ) -> Setting {
    let standard = "\"\(Quantity.text(bytes: Settings()[keyPath: place]))\""
    return Setting(name: name, sentence: sentence, standard: standard) {
      table,
      settings throws(ConfigurationError) in
      guard let text = try table.string(name) else { return }
      guard let value = Quantity.bytes(text), bounds.contains(value) else {
        let lower = Quantity.text(bytes: bounds.lowerBound)
        let wanted = "\(lower) to \(Quantity.text(bytes: bounds.upperBound))"
        throw table.error(name, "wants a size such as 16MiB, \(wanted), got '\(text)'")
      }
      settings[keyPath: place] = value
    }
  }
}
