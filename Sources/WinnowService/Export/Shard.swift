import Glibc
import WinnowIO
import WinnowRecord

/// One file of lines for a worker, as far as it is written.
final class Shard {
  private static let block = 1 << 16

  let name: String
  private let file: OwnedDescriptor
  private let path: Path
  private var waiting: [UInt8] = []
  private var digest = RunningDigest()
  private(set) var lines = 0
  private(set) var bytes = 0

  init(number: Int, in directory: Directory) throws(SystemError) {
    let digits = String(number)
    name = "part-\(String(repeating: "0", count: max(0, 5 - digits.count)))\(digits).jsonl"
    path = directory.path.appending(name)
    file = try directory.createAnew(Path(name), mode: 0o666)
  }

  func add(_ line: [UInt8]) throws(SystemError) {
    waiting += line
    waiting.append(0x0A)
    lines += 1
    bytes += line.count + 1
    if waiting.count >= Self.block { try flush() }
  }

  /// Returns once all of it is on the disk.
  func finish() throws(SystemError) {
    try flush()
    try file.syncBytes(path)
  }

  /// What the manifest says of it.
  var json: String {
    #"{"name":"\#(name)","lines":\#(lines),"bytes":\#(bytes),"sha256":"\#(digest.text)"}"#
  }

  private func flush() throws(SystemError) {
    try file.writeAll(waiting, path)
    digest.add(waiting)
    waiting.removeAll(keepingCapacity: true)
  }
}
