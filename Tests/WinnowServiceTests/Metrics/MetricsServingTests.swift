import Foundation
import Testing

/// The metrics of a daemon that really runs, over HTTP and as a file.
@Suite struct MetricsServingTests {
  private let article = "The ferry crossed the harbour on Tuesday, nine days after the storm.\n"

  @Test("A scrape over HTTP sees what the daemon has done, and the file holds the same")
  func served() throws {
    let port = try LoopbackPort.free()
    let program = try Program(
      settings: "[metrics]\nlisten = \"127.0.0.1:\(port)\"\nfile = \"collector/winnow.prom\"\n"
    )
    let collector = program.root.appending(path: "collector")
    let file = collector.appending(path: "winnow.prom")
    try FileManager.default.createDirectory(at: collector, withIntermediateDirectories: true)
    // As the unit does, and stricter.
    try program.start(under: ["/bin/sh", "-c", "umask 077; exec \"$@\"", "sh"])
    try program.drop(article, as: "a.txt")
    try program.drop(article, as: "site/b.txt")
    #expect(
      eventually {
        let page = try? MetricsPage(LoopbackPort(port).get("/metrics").body)
        return page?.value("winnow_documents_stored_total") == 1
          && page?.value("winnow_documents_duplicates_total") == 1
          && page?.value("winnow_document_latency_seconds_count") == 1
          && page?.value("winnow_commit_duration_seconds_count") ?? 0 >= 1
      }
    )
    let answer = try LoopbackPort(port).get("/metrics")
    #expect(answer.head.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(answer.head.contains("\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n"))
    #expect(answer.head.contains("\r\nContent-Length: \(answer.body.utf8.count)\r\n"))
    let page = try MetricsPage(answer.body)
    #expect(page.value("winnow_read_bytes_total") == Double(2 * article.utf8.count))
    #expect(page.value("winnow_process_open_fds") ?? 0 > 5)
    #expect(page.value("winnow_process_resident_memory_bytes") ?? 0 > 1e6)
    let written = try MetricsPage(String(contentsOf: file, encoding: .utf8))
    #expect(written.value("winnow_documents_stored_total") == 1)
    #expect(Set(written.types.keys) == Set(page.types.keys))
    #expect(
      try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        == 0o644
    )
    #expect(program.stop() == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: collector.path) == [])
    #expect(throws: LoopbackPort.Refused.self) { try LoopbackPort(port).get("/metrics") }
  }

  @Test("A reader of the file never meets half of it")
  func whole() throws {
    let program = try Program(settings: "[metrics]\nfile = \"winnow.prom\"\n")
    let file = program.root.appending(path: "winnow.prom")
    try program.start()
    #expect(eventually { FileManager.default.fileExists(atPath: file.path) })
    var sizes: Set<Int> = []
    let end = Date(timeIntervalSinceNow: 2.5)
    while Date() < end {
      // What ends in .prom is read by node_exporter, hidden or not.
      for name in try FileManager.default.contentsOfDirectory(atPath: program.root.path)
      where name.hasSuffix(".prom") {
        let text = try String(
          contentsOf: program.root.appending(path: name),
          encoding: .utf8
        )
        sizes.insert(text.utf8.count)
        _ = try MetricsPage(text)
        #expect(text.contains("\nwinnow_process_open_fds "))
      }
    }
    #expect(!sizes.isEmpty)
  }

  @Test("A port that is taken is a trouble that ends when the port is free")
  func taken() throws {
    var taker: LoopbackPort.Listener? = try LoopbackPort.Listener()
    let port = try #require(taker?.port)
    let program = try Program(settings: "[metrics]\nlisten = \"127.0.0.1:\(port)\"\n")
    try program.start()
    #expect(eventually { (try? program.run("status").status) == 1 })
    let trouble = "metrics are not served: 127.0.0.1:\(port): bind: Address already in use"
    #expect(try program.run("status").text.contains("\ntrouble      \(trouble)\n"))
    try program.drop(article, as: "a.txt")
    #expect(eventually { program.records().count == 1 })
    taker = nil
    #expect(eventually { (try? program.run("status").status) == 0 })
    #expect(try LoopbackPort(port).get("/metrics").head.hasPrefix("HTTP/1.1 200 OK"))
  }

  @Test("Who connects and asks nothing keeps nobody else from an answer")
  func idle() throws {
    let port = try LoopbackPort.free()
    let program = try Program(settings: "[metrics]\nlisten = \"127.0.0.1:\(port)\"\n")
    try program.start()
    #expect(eventually { (try? LoopbackPort(port).get("/metrics")) != nil })
    let idlers = try (0..<3).map { _ in try LoopbackPort(port).connect() }
    #expect(try LoopbackPort(port).get("/metrics").head.hasPrefix("HTTP/1.1 200 OK"))
    idlers.forEach { close($0) }
    #expect(program.stop() == 0)
  }

  @Test("Without the settings nothing listens and no file is written")
  func off() throws {
    let program = try Program()
    try program.start()
    #expect(eventually { (try? program.run("status").status) == 0 })
    let files = FileManager.default.enumerator(atPath: program.root.path)?.allObjects as? [String]
    #expect(files?.contains { $0.hasSuffix(".prom") } == false)
  }

  @Test(
    "An address that others could reach is a configuration error",
    arguments: [
      (
        "listen = \"0.0.0.0:9464\"",
        "listen: wants a loopback address and a port such as "
          + "127.0.0.1:9464 or [::1]:9464, got '0.0.0.0:9464'"
      ),
      ("listen = 9464", "listen: wants a string, got 9464"),
      ("lisen = 1", "lisen: unknown key; the nearest known one is listen"),
      ("fiel = \"x\"", "fiel: unknown key; the nearest known one is file"),
    ]
  )
  func wrong(setting: String, message: String) throws {
    let program = try Program(settings: "workers = 2\n\n[metrics]\n\(setting)\n")
    for command in ["check", "run", "status"] {
      let outcome = try program.run(command)
      #expect(outcome.status == 78)
      let file = program.root.appending(path: "etc/winnow/winnow.toml").path
      #expect(outcome.errors == "winnow: \(file):4: \(message)\n")
    }
  }
}
