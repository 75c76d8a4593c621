import Glibc
import WinnowIO

/// What one look at a name in the inbox says.
package enum Look: Equatable {
  /// Nothing is there any more, or a directory, which is looked at by listing it.
  case gone
  /// A link, a fifo, a socket, a device: never opened.
  case irregular
  /// Nobody writes to it, and it has bytes.
  case complete
  /// Somebody has it open for writing.
  case written
  /// Nobody can tell: it must be still for a while.
  case unsure(FileStatus)
  /// This process is short of something; the file is not to blame.
  case refused(SystemError)

  /// Looks at a name; `trustsLeases` is false where writers may sit on other machines.
  package static func at(_ name: Path, in directory: Directory, trustsLeases: Bool) -> Look {
    do throws(SystemError) {
      guard let status = try directory.status(name) else { return .gone }
      switch status.kind {
      case .regular: return try regular(name, status, directory, trustsLeases)
      case .directory: return .gone
      case .link, .other: return .irregular
      }
    } catch {
      return .refused(error)
    }
  }

  private static func regular(
    _ name: Path,
    _ seen: FileStatus,
    _ directory: Directory,
    _ trustsLeases: Bool
  ) throws(SystemError) -> Look {
    do throws(SystemError) {
      let file = try directory.open(name)
      let status = try file.status(directory.path.appending(name))
      guard status.kind == .regular else { return .irregular }
      if status.size > 0 && !trustsLeases { return .unsure(status) }
      return switch file.hasWriter() {
      case true?: .written
      // Empty: somebody may make the file first and open it to write afterwards.
      case false? where status.size > 0: .complete
      default: .unsure(status)
      }
    } catch {
      switch error.code {
      case ENOENT, ENOTDIR: return .gone
      case ELOOP, ENXIO, ENODEV: return .irregular
      // Delivered once it is still: who claims it says why it can't be read.
      case EACCES, EPERM: return .unsure(seen)
      default: return .refused(error)
      }
    }
  }
}
