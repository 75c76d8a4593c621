import Dispatch
import Glibc
import WinnowIO
import WinnowPipeline

/// Answers `GET /metrics` on a loopback address: HTTP/1.1 (RFC 9112) as far as a scrape needs it.
///
/// One connection at a time, each with one request and a second to make it: whoever connects, the
/// daemon has two descriptors less at most.
final class MetricsServer {
  private static let patience: Int64 = 1_000_000_000
  private static let longestRequest = 8192

  private let source: any DispatchSourceRead
  private let ended = DispatchSemaphore(value: 0)

  /// Listens, and gives whoever asks the page as it is then.
  init(_ address: ListenAddress, page: @escaping @Sendable () -> String) throws(SystemError) {
    let listener = try Self.listen(address)
    let queue = DispatchQueue(label: "winnow.metrics")
    source = DispatchSource.makeReadSource(fileDescriptor: listener, queue: queue)
    source.setEventHandler {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else {
        // Out of descriptors, say: without a pause the source would fire on and on.
        usleep(100_000)
        return
      }
      Self.answer(OwnedDescriptor(owning: connection), page)
    }
    source.setCancelHandler { [ended] in
      close(listener)
      ended.signal()
    }
    source.activate()
  }

  /// Returns when nobody is answered any more.
  func stop() {
    source.cancel()
    ended.wait()
  }

  private static func listen(_ address: ListenAddress) throws(SystemError) -> CInt {
    let path = Path(address.text)
    let kind = CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let listener = try checked("socket", path) { socket(address.family, kind, 0) }
    do throws(SystemError) {
      var yes: CInt = 1
      let size = socklen_t(MemoryLayout<CInt>.size)
      try checked("setsockopt", path) {
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, size)
      }
      try checked("bind", path) { address.withSocketAddress { bind(listener, $0, $1) } }
      try checked("listen", path) { Glibc.listen(listener, 16) }
      return listener
    } catch {
      close(listener)
      throw error
    }
  }

  private static func answer(_ connection: consuming OwnedDescriptor, _ page: () -> String) {
    guard let request = request(from: connection.raw) else { return }
    let answer = Array(response(to: request, page).utf8)
    var done = 0
    // Who does not read what was asked for gets less of it.
    let deadline = Clock.monotonic + patience
    while done < answer.count, wait(for: POLLOUT, connection.raw, until: deadline) {
      let sent = answer[done...].withUnsafeBytes {
        send(connection.raw, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL | MSG_DONTWAIT))
      }
      if sent <= 0 { return }
      done += sent
    }
  }

  /// The first line of a request, once its head is there; nil where that does not come in time.
  private static func request(from connection: CInt) -> String? {
    let deadline = Clock.monotonic + patience
    var head: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 2048)
    while wait(for: POLLIN, connection, until: deadline), head.count < longestRequest {
      let got = recv(connection, &buffer, buffer.count, CInt(MSG_DONTWAIT))
      if got <= 0 { return nil }
      head += buffer[..<got]
      let text = String(decoding: head, as: UTF8.self)
      if text.hasSuffix("\r\n\r\n") || text.hasSuffix("\n\n") {
        return text.split(whereSeparator: \.isNewline).first.map(String.init)
      }
    }
    return nil
  }

  private static func wait(for events: CInt, _ connection: CInt, until deadline: Int64) -> Bool {
    let left = (deadline - Clock.monotonic) / 1_000_000
    var asked = pollfd(fd: connection, events: Int16(events), revents: 0)
    return left > 0 && poll(&asked, 1, CInt(left)) == 1
  }

  /// The whole answer to a request line.
  static func response(to request: String, _ page: () -> String) -> String {
    let words = request.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[2].hasPrefix("HTTP/1.") else { return whole("400 Bad Request") }
    guard ["GET", "HEAD"].contains(words[0]) else {
      return whole("405 Method Not Allowed", "Allow: GET, HEAD\r\n")
    }
    guard words[1].prefix(while: { $0 != "?" }) == "/metrics" else { return whole("404 Not Found") }
    let body = page()
    let head = "Content-Type: \(Exposition.contentType)\r\n"
    return whole("200 OK", head, body, isHead: words[0] == "HEAD")
  }

  private static func whole(
    _ status: String,
    _ head: String = "",
    _ body: String = "",
    isHead: Bool = false
  ) -> String {
    let fields = "\(head)Content-Length: \(body.utf8.count)\r\nConnection: close\r\n"
    return "HTTP/1.1 \(status)\r\n\(fields)\r\n\(isHead ? "" : body)"
  }
}
