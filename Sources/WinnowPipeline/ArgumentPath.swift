import Glibc
import WinnowIO

extension Path {
  /// The path that an argument of this program names: its bytes as they were given, where the text that
  /// Swift makes of them is not the same.
  package init(argument: String) {
    for place in 1..<max(1, Int(CommandLine.argc)) {
      guard let given = CommandLine.unsafeArgv[place], String(cString: given) == argument else {
        continue
      }
      let bytes = UnsafeBufferPointer(start: given, count: strlen(given))
      self.init(bytes: bytes.map { UInt8(bitPattern: $0) })
      return
    }
    self.init(argument)
  }
}
