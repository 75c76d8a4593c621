import WinnowIO

/// Tells one run of the kernel from the next.
enum BootID {
  /// The kernel's own id of this boot; nil where /proc does not show it.
  static func current() -> String? {
    guard let directory = try? Directory(at: "/proc/sys/kernel/random"),
      let bytes = try? directory.read("boot_id", limit: 64)
    else { return nil }
    let text = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    return text.isEmpty ? nil : text
  }
}
