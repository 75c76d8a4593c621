import WinnowClean
import WinnowIO
import WinnowNames
import WinnowTOML

/// What the administrator chose in `winnow.toml`; each setting is declared once, in `declared`.
package struct Settings: Sendable {
  package var workers = max(1, Processors.online)
  package var inbox = ""
  package var settle = Duration.milliseconds(500)
  package var scanInterval = Duration.seconds(60)
  package var maxBytes = 16 << 20
  package var after = AfterStore.keep
  package var duplicates = Duplicates.skip
  package var commitInterval = Duration.milliseconds(20)
  package var segmentBytes = 128 << 20
  package var compress = Compression.none
  package var level = CleanLevel.careful
  package var style = Style.press
  package var action = Names.Action.rewrite
  package var metrics = Metrics()
  /// What is said of single sources, by their names: the first folder under the inbox.
  package private(set) var sources: [String: Naming] = [:]

  /// What becomes of a file whose record is in the store.
  package enum AfterStore: String, CaseIterable, Sendable { case keep, delete }
  /// What to do with original bytes that the store has a record of already.
  package enum Duplicates: String, CaseIterable, Sendable { case skip, append }
  /// How closed segments are kept.
  package enum Compression: String, CaseIterable, Sendable { case none, zstd }

  /// How names are to be spelt, and whether to change those that are not.
  package struct Naming: Hashable, Sendable {
    package var style: Style
    package var action: Names.Action
  }

  /// Where Prometheus finds its metrics.
  package struct Metrics: Equatable, Sendable {
    /// A file, under the root; empty for none.
    package var file = ""
    /// An address to ask; nil for none.
    package var listen: ListenAddress?
  }

  package init() {}

  /// How names are to be spelt in documents of a source; nil for those of none.
  package func naming(of source: String?) -> Naming {
    source.flatMap { sources[$0] } ?? Naming(style: style, action: action)
  }

  /// Every setting, in the order of the file that ships.
  package static var declared: [Setting] {
    [
      .integer(
        "workers",
        1...256,
        \.workers,
        "how many documents are worked on at once; the default is the number of cores"
      ),
      .text(
        "inbox",
        \.inbox,
        "where documents are dropped, if not in the spool; on another file system files are copied"
      ),
      .duration(
        "settle",
        .milliseconds(10) ... .seconds(3600),
        \.settle,
        "how long a file must be still where the kernel can't tell that its writer is gone"
      ),
      .duration(
        "scan_interval",
        .seconds(1) ... .seconds(86_400),
        \.scanInterval,
        "how often the whole inbox is looked at, whatever inotify said"
      ),
      .size(
        "max_bytes",
        1...(1 << 30),
        \.maxBytes,
        "the largest file taken; larger ones are quarantined"
      ).live,
      .choice("after", \.after, "what becomes of a file whose record is stored: keep or delete")
        .live,
      .choice(
        "duplicates",
        \.duplicates,
        "what to do with bytes that have a record already: skip or append"
      ),
      .duration(
        "commit_interval",
        .zero ... .seconds(10),
        \.commitInterval,
        "how long records are gathered for one write to the disk"
      ),
      .size(
        "segment_bytes",
        1 << 16...(1 << 40),
        \.segmentBytes,
        "the size at which records.jsonl is closed and a new one begun"
      ),
      .choice("compress", \.compress, "how closed segments are kept: none or zstd"),
      .choice("level", \.level, "how much the cleaner dares: careful or thorough").live,
      .choice(
        "style",
        \.style,
        "how names are spelt: press (English), national, native (both in Latin), cyrillic, or none"
      ).live,
      .choice(
        "action",
        \.action,
        "what to do with a certain name in another spelling: rewrite it, or only annotate it"
      ).live,
    ]
  }

  /// The settings of the table `[metrics]`.
  package static var declaredOfMetrics: [Setting] {
    [
      .text(
        "file",
        \.metrics.file,
        "a file under the root that is written each second, for node_exporter's textfile collector"
      ),
      .loopback(
        "listen",
        \.metrics.listen,
        "a loopback address that answers GET /metrics, such as 127.0.0.1:9464"
      ),
    ]
  }

  /// Reads a settings file; what it does not name keeps its default.
  package init(file: String, text: String) throws(ConfigurationError) {
    let table = try ConfigurationTable(file: file, text: text)
    try table.refuseUnknownKeys(known: Self.declared.map(\.name) + ["metrics", "source"])
    for setting in Self.declared { try setting.read(table, &self) }
    if let metrics = try table.table("metrics") {
      try metrics.refuseUnknownKeys(known: Self.declaredOfMetrics.map(\.name))
      for setting in Self.declaredOfMetrics { try setting.read(metrics, &self) }
    }
    guard let sources = try table.table("source") else { return }
    for name in sources.keys {
      guard let own = try sources.table(name) else { continue }
      try own.refuseUnknownKeys(known: ["style", "action"])
      // What a source doesn't say is as for all.
      var copy = self
      for setting in Self.declared where ["style", "action"].contains(setting.name) {
        try setting.read(own, &copy)
      }
      self.sources[name] = Naming(style: copy.style, action: copy.action)
    }
  }
}
