import WinnowIO
import WinnowWatch

/// The documents that wait in an inbox, read where they lie and left there.
package struct Backlog {
  private let inbox: Directory
  /// Where they lie below the inbox, in order.
  package let paths: [Path]

  /// Lists an inbox, without what somebody is still making.
  package init(_ inbox: Path) throws(SystemError) {
    self.inbox = try Directory(at: inbox)
    var paths: [Path] = []
    try self.inbox.forEachFile { _, path, entry throws(SystemError) in
      if entry != nil, !path.names.contains(where: WaitingNames.wait) { paths.append(path) }
      return true
    }
    self.paths = paths.sorted()
  }

  /// The bytes of one of them; where the kernel can't tell whether it is complete, it must have been
  /// still for `settle`, in nanoseconds.
  ///
  /// - Throws: the verdict on a file that can't be read now, or never.
  package func read(_ path: Path, maxBytes: Int, settle: Int64) throws(Verdict) -> [UInt8] {
    let directory: Directory
    do throws(SystemError) { directory = try inbox.below(path.parent) } catch { throw .on(error) }
    let trustsLeases = directory.networkFileSystem == nil
    let look = Look.at(path.name, in: directory, trustsLeases: trustsLeases)
    if case .unsure(let status) = look, Clock.wall - status.changed < settle {
      throw .later("it may not be whole yet")
    }
    return try directory.document(path.name, maxBytes: maxBytes)
  }
}
