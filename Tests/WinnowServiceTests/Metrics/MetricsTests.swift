import Testing
import WinnowIO
import WinnowPipeline
import WinnowQueue
import WinnowStore

@testable import WinnowService
@testable import WinnowWatch

/// The page of metrics, for facts that are given.
@Suite struct MetricsTests {
  private func metrics(
    rules: String = "0123456789ab",
    _ change: (inout Tally, inout WatchFacts, inout StoreFacts, inout Census) -> Void = {
      _,
      _,
      _,
      _ in
    }
  ) -> Metrics {
    var (tally, watch, store, census) = (Tally(), WatchFacts(), StoreFacts(), Census())
    watch.isInboxThere = true
    change(&tally, &watch, &store, &census)
    return Metrics(
      facts: DaemonFacts(
        tally: tally,
        watch: watch,
        store: store,
        inFlight: 7,
        delayed: 2,
        rules: rules,
        refusal: nil
      ),
      census: census,
      footprint: Footprint(residentBytes: 40_000_000, openDescriptors: 21),
      bytesLeft: 1 << 40,
      started: 1_800_000_000_500_000_000,
      now: 1_800_000_100_000_000_000
    )
  }

  @Test("Facts come out as the metrics that they are")
  func facts() throws {
    let text = metrics { tally, watch, store, census in
      tally.stored = 5
      tally.duplicates = 6
      tally.quarantined = ["too large": 2, "melted": 1]
      tally.putOff = 3
      tally.bytesRead = 1234
      tally.latency.note(nanoseconds: 200_000_000)
      tally.latency.note(nanoseconds: 9_000_000_000_000)
      watch.overflows = 1
      watch.mode = .scan(reason: "no inotify here")
      store.state = .waiting("disk full")
      store.lastCommit = 1_800_000_099_250_000_000
      census.waiting = .init(12, ended: "counting took too long")
      census.oldest = 1_800_000_087_500_000_000
    }.text
    let page = try MetricsPage(text)
    let quarantined = "winnow_documents_quarantined_total"
    #expect(page.value("winnow_documents_stored_total") == 5)
    #expect(page.value("winnow_documents_duplicates_total") == 6)
    #expect(page.value(quarantined, ["reason": "too large"]) == 2)
    #expect(page.value(quarantined, ["reason": "melted"]) == 1)
    #expect(page.value(quarantined, ["reason": "unreadable"]) == 0)
    #expect(page.value("winnow_documents_put_off_total") == 3)
    #expect(page.value("winnow_read_bytes_total") == 1234)
    #expect(page.value("winnow_documents_in_flight") == 7)
    #expect(page.value("winnow_documents_delayed") == 2)
    let latency = "winnow_document_latency_seconds"
    #expect(page.value("\(latency)_bucket", ["le": "0.1"]) == 0)
    #expect(page.value("\(latency)_bucket", ["le": "0.25"]) == 1)
    #expect(page.value("\(latency)_bucket", ["le": "7200.0"]) == 1)
    #expect(page.value("\(latency)_bucket", ["le": "+Inf"]) == 2)
    #expect(page.value("\(latency)_count") == 2 && page.value("\(latency)_sum") == 9000.2)
    #expect(page.value("winnow_files_waiting") == 12 && page.value("winnow_files_counted") == 0)
    #expect(page.value("winnow_oldest_waiting_age_seconds") == 12.5)
    #expect(page.value("winnow_inotify_overflows_total") == 1)
    #expect(page.value("winnow_scan_mode") == 1 && page.value("winnow_store_waiting") == 1)
    #expect(page.value("winnow_troubles") == 2)
    #expect(page.value("winnow_last_success_timestamp_seconds") == 1_800_000_099.25)
    #expect(page.value("winnow_disk_free_bytes") == Double(1 << 40))
    let build = ["version": Version.text, "rules": "0123456789ab"]
    #expect(page.value("winnow_build_info", build) == 1)
    #expect(page.value("winnow_process_start_time_seconds") == 1_800_000_000.5)
    #expect(page.value("winnow_process_resident_memory_bytes") == 40_000_000)
    #expect(page.value("winnow_process_open_fds") == 21)
  }

  @Test("Names end as their types want, and steps of a histogram only grow")
  func rules() throws {
    let page = try MetricsPage(
      metrics { tally, _, _, _ in tally.latency.note(nanoseconds: 1) }.text
    )
    for (name, type) in page.types {
      #expect(name.hasPrefix("winnow_") && page.help[name] != nil)
      #expect(name.hasSuffix("_total") == (type == "counter"), "\(name) is a \(type)")
      guard type == "histogram" else { continue }
      let steps = page.samples.filter { $0.name == "\(name)_bucket" }
      let bounds = steps.compactMap { $0.labels["le"].flatMap(Double.init) }
      #expect(bounds.count == steps.count && bounds == bounds.sorted() && bounds.last == .infinity)
      #expect(steps.map(\.value) == steps.map(\.value).sorted())
      #expect(steps.last?.value == page.value("\(name)_count"))
    }
  }

  @Test("What is not known is left out, and what never was is not there")
  func unknown() throws {
    let metrics = metrics()
    let bare = Metrics(
      facts: metrics.facts,
      census: Census(),
      footprint: Footprint(),
      bytesLeft: nil,
      started: 1,
      now: 2
    )
    let page = try MetricsPage(bare.text)
    for name in [
      "winnow_disk_free_bytes", "winnow_last_success_timestamp_seconds",
      "winnow_process_open_fds", "winnow_process_resident_memory_bytes",
    ] {
      #expect(page.types[name] == nil)
    }
    #expect(page.value("winnow_oldest_waiting_age_seconds") == 0)
  }

  @Test("A label may hold anything", arguments: ["a\"b", "a\\b", "a\nb", "a\r\nb", "жо\\n\"\n"])
  func escapes(text: String) throws {
    let page = try MetricsPage(metrics(rules: text).text)
    let info = try #require(page.samples.first { $0.name == "winnow_build_info" })
    #expect(info.labels["rules"].map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
  }

  @Test("What a scrape does not need is refused politely")
  func answers() {
    func answer(_ request: String) -> String { MetricsServer.response(to: request) { "page\n" } }
    let head = "Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n"
    let ok = "HTTP/1.1 200 OK\r\n\(head)Content-Length: 5\r\nConnection: close\r\n\r\n"
    #expect(answer("GET /metrics HTTP/1.1") == ok + "page\n")
    #expect(answer("GET /metrics?x=1 HTTP/1.0") == ok + "page\n")
    #expect(answer("HEAD /metrics HTTP/1.1") == ok)
    #expect(answer("GET / HTTP/1.1").hasPrefix("HTTP/1.1 404 "))
    #expect(answer("GET /metrics/../etc HTTP/1.1").hasPrefix("HTTP/1.1 404 "))
    #expect(answer("POST /metrics HTTP/1.1").contains("\r\nAllow: GET, HEAD\r\n"))
    for nonsense in ["", "GET", "GET /metrics", "GET /metrics HTTP/2", "a b c d"] {
      #expect(answer(nonsense).hasPrefix("HTTP/1.1 400 "), "\(nonsense)")
    }
  }

  @Test("Addresses of this machine alone are taken")
  func addresses() {
    for text in ["127.0.0.1:9464", "127.8.9.10:1", "[::1]:65535"] {
      #expect(ListenAddress(text)?.text == text)
    }
    for text in [
      "", "9464", ":9464", "0.0.0.0:9464", "[::]:9464", "192.168.0.1:9464", "127.0.0.1",
      "127.0.0.1:0", "127.0.0.1:65536", "127.0.0.1:-1", "127.1:80", "localhost:9464", "::1:9464",
      "[::ffff:127.0.0.1]:9464", "126.0.0.1:9464", "128.0.0.1:80",
    ] {
      #expect(ListenAddress(text) == nil, "\(text)")
    }
  }
}
