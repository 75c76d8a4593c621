import WinnowIO
import WinnowPipeline

/// Gives the metrics away: as a file, over HTTP, or both.
///
/// It belongs to the queue of its bulletin. What can't be had now, a port that another program has or
/// a directory that is missing, is tried again each time.
final class MetricsOutlet {
  private let settings: Settings.Metrics
  private let root: Path
  private let page = Guarded("")
  private var server: MetricsServer?

  /// nil where nobody wants metrics.
  init?(_ configuration: Configuration) {
    settings = configuration.settings.metrics
    root = configuration.root.path
    if settings.listen == nil && settings.file.isEmpty { return nil }
  }

  private var file: Path? { settings.file.isEmpty ? nil : root.appending(settings.file) }

  /// Gives a new page; returns what keeps it from anyone, one sentence each.
  func publish(_ text: String) -> [String] {
    page.use { $0 = text }
    var troubles: [String] = []
    do throws(SystemError) {
      if server == nil, let listen = settings.listen {
        server = try MetricsServer(listen) { [page] in page.use { $0 } }
      }
    } catch {
      troubles.append("metrics are not served: \(error)")
    }
    do throws(SystemError) {
      if let file {
        // node_exporter is another user, and no metric tells anything of a document.
        try Directory(at: file.parent)
          .replace(file.name, with: Array(text.utf8), durable: false, readableByAll: true)
      }
    } catch {
      troubles.append("metrics are not written: \(error)")
    }
    return troubles
  }

  /// Takes the file away and stops answering: a page that grows no more would look like a standstill.
  func close() {
    server?.stop()
    server = nil
    if let file { try? Directory(at: file.parent).remove(file.name) }
  }
}
