import Foundation
import Synchronization

/// The socket on which systemd would hear how a service is doing (sd_notify(3)).
final class NotifySocket: Sendable {
  let path: String
  private let descriptor: Int32
  private let heard = Mutex<[String]>([])

  init(in folder: URL) throws {
    path = folder.appending(path: "notify").path
    descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let answer = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard answer == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    let thread = Thread { [self] in listen() }
    thread.start()
  }

  /// Ends the listening.
  func end() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  /// What was said so far, in order.
  var all: [String] { heard.withLock { $0 } }

  private func listen() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count <= 0 { break }
      let message = String(decoding: buffer.prefix(count), as: UTF8.self)
      heard.withLock { $0.append(message) }
    }
    close(descriptor)
  }
}
