import Foundation

/// A TCP port of this machine, spoken to with sockets alone.
struct LoopbackPort {
  struct Refused: Error { let call: String }

  /// Holds a free port for as long as it lives.
  final class Listener {
    let port: UInt16
    private let descriptor: Int32

    init() throws {
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = LoopbackPort(0).address
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let descriptor = descriptor
      let answer = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(descriptor, $0, size) == 0 && listen(descriptor, 1) == 0
            && getsockname(descriptor, $0, &size) == 0
        }
      }
      port = UInt16(bigEndian: address.sin_port)
      if !answer { throw Refused(call: "bind") }
    }

    deinit { close(descriptor) }
  }

  private let port: UInt16

  init(_ port: UInt16) { self.port = port }

  /// A port that nobody has now.
  static func free() throws -> UInt16 { try Listener().port }

  /// A connection that the caller closes.
  func connect() throws -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    let answer = withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if answer == 0 { return descriptor }
    close(descriptor)
    throw Refused(call: "connect")
  }

  /// Asks for a path, and reads to the end.
  func get(_ path: String) throws -> (head: String, body: String) {
    let descriptor = try connect()
    defer { close(descriptor) }
    let request = Array("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".utf8)
    // In two pieces, as a slow network brings them.
    for piece in [request.prefix(9), request.dropFirst(9)] {
      _ = piece.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      usleep(2000)
    }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let got = recv(descriptor, &buffer, buffer.count, 0), got > 0 {
      answer += buffer[..<got]
    }
    let text = String(decoding: answer, as: UTF8.self)
    guard let gap = text.range(of: "\r\n\r\n") else { throw Refused(call: "recv") }
    return (String(text[..<gap.upperBound]), String(text[gap.upperBound...]))
  }

  private var address: sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return address
  }
}
