import CInotifyTools
import Dispatch
import Glibc
import WinnowIO

/// The one inotify machine of this process: libinotifytools, called on one serial queue.
///
/// The library is global, unlocked state. It is started once and never cleaned up while events may
/// be unread, for they would come back under the watches of the next start.
package final class InotifyTools: @unchecked Sendable {
  // @unchecked because the library and every property here are touched on `desk` alone.

  /// The queue of every call into the library.
  package static let desk = DispatchQueue(label: "winnow.inotify")
  private static let only = Guarded<InotifyTools?>(nil)
  /// What a directory is watched for; `IN_CREATE` because a hard link raises nothing else.
  private static let mask =
    IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | Int32(IN_ONLYDIR)
    | Int32(IN_EXCL_UNLINK) | Int32(IN_DONT_FOLLOW)
  /// Events taken in one turn, so that a flood does not keep others off the queue.
  private static let eventsInATurn = 16_384

  private let source: any DispatchSourceRead
  private var listener: ((InotifyEvent) -> Void)?
  private var watchesAsked: UInt64 = 0

  /// Starts the library, if nobody has yet; call it while nobody else opens inotify descriptors.
  static func started() throws(WatchError) -> InotifyTools {
    let answer: Result<InotifyTools, WatchError> = only.use { only in
      if let only { return .success(only) }
      do throws(WatchError) {
        let fresh = InotifyTools(descriptor: try desk.sync { start() }.get())
        only = fresh
        return .success(fresh)
      } catch {
        return .failure(error)
      }
    }
    return try answer.get()
  }

  private static func start() -> Result<CInt, WatchError> {
    do throws(SystemError) {
      let before = try inotifyDescriptors()
      guard inotifytools_initialize() == 1 else {
        return .failure(.notStarted(code: inotifytools_error()))
      }
      let opened = try inotifyDescriptors().subtracting(before)
      guard opened.count == 1, let descriptor = opened.first else {
        return .failure(.descriptorNotFound(candidates: opened.count))
      }
      guard descriptor < 1024 else {
        inotifytools_cleanup()
        return .failure(.descriptorTooHigh(descriptor))
      }
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      return .success(descriptor)
    } catch {
      return .failure(.refused(error))
    }
  }

  private init(descriptor: CInt) {
    source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: Self.desk)
    source.setEventHandler { [unowned self] in drain() }
    source.activate()
  }

  /// Hands every event from now on to one listener, on `desk`; false where there is one already.
  func attach(_ listener: @escaping (InotifyEvent) -> Void) -> Bool {
    dispatchPrecondition(condition: .onQueue(Self.desk))
    guard self.listener == nil else { return false }
    drain()
    self.listener = listener
    return true
  }

  /// Lets the listener go; events are read and forgotten until the next one.
  func detach() {
    dispatchPrecondition(condition: .onQueue(Self.desk))
    drain()
    listener = nil
  }

  /// Watches exactly the directory that is open, whatever its path leads to by now.
  func watch(_ directory: Directory) throws(SystemError) -> CInt {
    dispatchPrecondition(condition: .onQueue(Self.desk))
    let name = freshName(of: directory)
    guard inotifytools_watch_file(name, Self.mask) == 1 else {
      let code = inotifytools_error()
      throw SystemError("inotify_add_watch", directory.path, code: code)
    }
    let watch = inotifytools_wd_from_filename(name)
    if watch < 0 {
      throw SystemError("inotifytools_wd_from_filename", directory.path, code: ENOENT)
    }
    return watch
  }

  /// Stops watching; the watch must still be alive, or the library complains on standard error.
  func unwatch(_ watch: CInt) {
    dispatchPrecondition(condition: .onQueue(Self.desk))
    _ = inotifytools_remove_watch_by_wd(watch)
  }

  /// Reads what the kernel has, to the end: what the library holds back wakes nobody.
  func drain() {
    dispatchPrecondition(condition: .onQueue(Self.desk))
    for _ in 0..<Self.eventsInATurn {
      guard let event = inotifytools_next_events(0, 1) else { return }
      let name = winnow_inotify_event_name(event).map { text in
        Path(bytes: UnsafeRawBufferPointer(start: text, count: strlen(text)))
      }
      let copy = InotifyEvent(
        watch: event.pointee.wd,
        mask: event.pointee.mask,
        name: name ?? Path(bytes: [])
      )
      listener?(copy)
    }
    Self.desk.async { [unowned self] in drain() }
  }

  /// A path of the open directory that the library has not seen yet.
  ///
  /// It looks watches up by path, and keeps the paths of directories that are gone: the same path
  /// again would answer with a dead watch. A count is written in `/` and `./`, which the kernel
  /// skips; the slash at the end is the library's own, added where it is missing.
  private func freshName(of directory: Directory) -> String {
    watchesAsked += 1
    let digits = String(watchesAsked, radix: 2).map { $0 == "1" ? "./" : "/" }
    return "/proc/self/fd/\(directory.descriptor)/" + digits.joined() + "./"
  }
}
