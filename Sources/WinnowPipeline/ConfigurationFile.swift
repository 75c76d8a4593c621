import WinnowIO

/// A text file under `etc/winnow`.
package struct ConfigurationFile: Sendable {
  /// Files larger than this are no configuration.
  static let largest = 64 << 20

  package let path: Path
  package let text: String

  package init(_ path: Path) throws(SystemError) {
    self.path = path
    let bytes = try OwnedDescriptor(at: path).readAll(limit: Self.largest, expected: 1 << 16, path)
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// Name and bytes, each ended by a NUL, so that no two sets of files look alike.
  var digestible: [UInt8] { path.name.bytes + [0] + Array(text.utf8) + [0] }

  /// The files of a directory that end in `.toml`, in the order of their names.
  static func all(in directory: Path) throws(PipelineError) -> [ConfigurationFile] {
    do throws(SystemError) {
      var names: [Path] = []
      try Directory(at: directory).forEachEntry { entry throws(SystemError) in
        if entry.name.text.hasSuffix(".toml"), entry.name.bytes.first != UInt8(ascii: ".") {
          names.append(entry.name)
        }
        return true
      }
      var files: [ConfigurationFile] = []
      for name in names.sorted() { files.append(try ConfigurationFile(directory.appending(name))) }
      return files
    } catch {
      throw .unconfigured(error)
    }
  }
}
