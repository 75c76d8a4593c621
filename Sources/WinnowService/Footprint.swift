import Glibc
import WinnowIO

/// What this program takes of the machine.
struct Footprint: Equatable, Sendable {
  /// Bytes of memory that are really there; nil where the kernel does not say.
  var residentBytes: Int?
  var openDescriptors: Int?

  /// Asks the kernel (proc(5): statm and fd).
  static func now() -> Footprint {
    var footprint = Footprint()
    guard let own = try? Directory(at: "/proc/self") else { return footprint }
    if let bytes = try? own.read("statm", limit: 256) {
      let fields = String(decoding: bytes, as: UTF8.self).split(separator: " ")
      if fields.count > 1, let pages = Int(fields[1]) {
        footprint.residentBytes = pages * Int(sysconf(Int32(_SC_PAGESIZE)))
      }
    }
    var count = 0
    try? own.directory("fd").forEachEntry { _ throws(SystemError) in
      count += 1
      return true
    }
    // Three of them were opened to count them.
    if count > 3 { footprint.openDescriptors = count - 3 }
    return footprint
  }
}
