import Glibc

/// Tells systemd how the service is doing (sd_notify(3)): one datagram to the socket that it names.
package enum ServiceManager {
  /// Does nothing where no service manager listens.
  package static func tell(_ state: String) {
    guard let name = getenv("NOTIFY_SOCKET") else { return }
    let path = Array(String(cString: name).utf8)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    guard path.count > 1, path.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
    withUnsafeMutableBytes(of: &address.sun_path) { room in
      room.copyBytes(from: path)
      // An abstract socket is written with an @ and begins with a NUL.
      if path[0] == UInt8(ascii: "@") { room[0] = 0 }
    }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
    let socket = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard socket >= 0 else { return }
    defer { close(socket) }
    let message = Array(state.utf8)
    _ = message.withUnsafeBytes { bytes in
      withUnsafePointer(to: address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          sendto(socket, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL), $0, length)
        }
      }
    }
  }
}
