import Glibc

/// An address of this machine alone, and a port.
package struct ListenAddress: Equatable, Sendable {
  /// As it is written: `127.0.0.1:9464` or `[::1]:9464`.
  package let text: String
  private let host: Host
  private let port: UInt16

  private enum Host: Equatable {
    case version4(in_addr_t)
    case version6
  }

  /// nil for what is no loopback address with a port.
  package init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"),
      let port = UInt16(text[text.index(after: colon)...]), port > 0
    else { return nil }
    let name = String(text[..<colon])
    var address = in_addr()
    if name == "[::1]" {
      host = .version6
    } else if inet_pton(AF_INET, name, &address) == 1, address.s_addr.bigEndian >> 24 == 127 {
      host = .version4(address.s_addr)
    } else {
      return nil
    }
    self.text = text
    self.port = port
  }

  package var family: CInt { host == .version6 ? AF_INET6 : AF_INET }

  /// Lends the address to a system call.
  package func withSocketAddress<Answer>(
    _ body: (UnsafePointer<sockaddr>, socklen_t) -> Answer
  ) -> Answer {
    switch host {
    case .version4(let address):
      var whole = sockaddr_in()
      whole.sin_family = sa_family_t(AF_INET)
      whole.sin_port = port.bigEndian
      whole.sin_addr.s_addr = address
      return Self.lend(whole, body)
    case .version6:
      var whole = sockaddr_in6()
      whole.sin6_family = sa_family_t(AF_INET6)
      whole.sin6_port = port.bigEndian
      whole.sin6_addr = in6addr_loopback
      return Self.lend(whole, body)
    }
  }

  private static func lend<Whole, Answer>(
    _ whole: Whole,
    _ body: (UnsafePointer<sockaddr>, socklen_t) -> Answer
  ) -> Answer {
    withUnsafePointer(to: whole) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<Whole>.size))
      }
    }
  }
}

extension ListenAddress: CustomStringConvertible {
  package var description: String { text }
}
