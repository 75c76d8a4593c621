import Glibc
import WinnowIO

/// Why inotify does not serve, or not all of the inbox.
package enum WatchError: Error, Equatable, Sendable {
  /// The library refused to start; `errno`.
  case notStarted(code: CInt)
  /// The library's descriptor was not the one new inotify descriptor of this process.
  case descriptorNotFound(candidates: Int)
  /// The library waits with select(2), which knows descriptors below 1,024 only.
  case descriptorTooHigh(CInt)
  /// The library is one per process, and another watcher has it.
  case taken
  /// The kernel refused to watch a directory.
  case refused(SystemError)
  /// Others change the directory over a network, which inotify and leases don't tell.
  case network(Path, fileSystem: String)
}

extension WatchError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notStarted(let code):
      code == EMFILE
        ? "inotify: inotify_init: fs.inotify.max_user_instances, or the limit of open files, is reached"
        : SystemError("inotify_init", "inotify", code: code).description
    case .descriptorNotFound(let candidates):
      "inotify: /proc/self/fd: 1 new descriptor wanted, \(candidates) found"
    case .descriptorTooHigh(let descriptor):
      "inotify: descriptor \(descriptor): below 1024 wanted"
    case .taken:
      "inotify: another watcher of this process has it"
    case .refused(let refused):
      refused.code == ENOSPC
        ? "\(refused.path): \(refused.call): fs.inotify.max_user_watches is too low"
        : refused.description
    case .network(let path, let fileSystem):
      "\(path): \(fileSystem) does not tell what other machines change"
    }
  }
}
