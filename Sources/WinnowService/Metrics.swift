import WinnowIO
import WinnowPipeline
import WinnowQueue
import WinnowStore
import WinnowWatch

/// All that a running daemon tells Prometheus.
///
/// No label has a value that a document, a file name or a source could make up. The facts of the
/// process have winnow's prefix: node_exporter, which may read them from a file, has its own.
struct Metrics {
  let facts: DaemonFacts
  let census: Census
  let footprint: Footprint
  /// Bytes left on the store's disk.
  let bytesLeft: Int?
  /// When the daemon started, in nanoseconds since 1970.
  let started: Int64
  let now: Int64

  var text: String {
    var out = Exposition()
    documents(&out)
    files(&out)
    store(&out)
    watch(&out)
    program(&out)
    return out.text
  }

  private func documents(_ out: inout Exposition) {
    let tally = facts.tally
    out.counter(
      "winnow_documents_stored_total",
      "Documents whose record was stored.",
      tally.stored
    )
    out.counter(
      "winnow_documents_duplicates_total",
      "Documents that were in the store already.",
      tally.duplicates
    )
    let unmet = QuarantineReason.words.map { ($0, 0) }
    out.counter(
      "winnow_documents_quarantined_total",
      "Files set aside, by the reason.",
      by: "reason",
      tally.quarantined.merging(unmet) { met, _ in met }
    )
    out.counter(
      "winnow_documents_put_off_total",
      "Times that a document was put off.",
      tally.putOff
    )
    out.counter("winnow_read_bytes_total", "Bytes of the files read.", tally.bytesRead)
    out.gauge(
      "winnow_documents_in_flight",
      "Documents between claim and settlement.",
      facts.inFlight
    )
    out.gauge(
      "winnow_documents_delayed",
      "Documents that were put off and come back.",
      facts.delayed
    )
    out.histogram(
      "winnow_document_latency_seconds",
      "Time from a file's arrival until its record was on the disk.",
      tally.latency
    )
  }

  private func files(_ out: inout Exposition) {
    out.gauge("winnow_files_waiting", "Files in the inbox.", census.waiting.files)
    out.gauge("winnow_files_claimed", "Files taken by a worker.", census.claimed.files)
    out.gauge("winnow_files_quarantined", "Files set aside now.", census.quarantined.files)
    let counts = [census.waiting, census.claimed, census.quarantined]
    out.gauge(
      "winnow_files_counted",
      "Whether all files were counted; 0 where there may be more of them.",
      counts.allSatisfy { $0.ended == nil } ? 1 : 0
    )
    out.gauge(
      "winnow_oldest_waiting_age_seconds",
      "How long the oldest file in the inbox has waited.",
      seconds: census.oldest.map { max(0, now - $0) } ?? 0
    )
  }

  private func store(_ out: inout Exposition) {
    out.gauge("winnow_disk_free_bytes", "Room left for the store.", bytesLeft)
    out.gauge(
      "winnow_store_waiting",
      "Whether the store waits for the disk.",
      facts.store.state == .ok ? 0 : 1
    )
    out.histogram(
      "winnow_commit_duration_seconds",
      "Time to write a batch of records to the disk.",
      facts.store.commitTimes
    )
    out.gauge(
      "winnow_last_success_timestamp_seconds",
      "When records were last stored, in Unix time.",
      seconds: facts.store.lastCommit
    )
  }

  private func watch(_ out: inout Exposition) {
    out.counter(
      "winnow_inotify_overflows_total",
      "Times that the kernel's queue of events ran over.",
      facts.watch.overflows
    )
    out.gauge(
      "winnow_scan_mode",
      "Whether the inbox is scanned only, and not watched.",
      facts.watch.mode == .inotify ? 0 : 1
    )
    out.gauge(
      "winnow_troubles",
      "What keeps the daemon from working well; status names it.",
      facts.troubles.count
    )
  }

  private func program(_ out: inout Exposition) {
    out.facts(
      "winnow_build_info",
      "Version of winnow, and digest of the rules in force.",
      [("version", Version.text), ("rules", facts.rules)]
    )
    out.gauge(
      "winnow_process_start_time_seconds",
      "When the daemon started, in Unix time.",
      seconds: started
    )
    out.gauge(
      "winnow_process_resident_memory_bytes",
      "Memory that the daemon has.",
      footprint.residentBytes
    )
    out.gauge("winnow_process_open_fds", "Descriptors open.", footprint.openDescriptors)
  }
}
