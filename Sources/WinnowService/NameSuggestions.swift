import WinnowIO
import WinnowNames
import WinnowPipeline
import WinnowRecord
import WinnowStore

/// Names that the store's documents have and the gazetteer lacks.
package struct NameSuggestions {
  package let clusters: [NameClusters.Cluster]

  /// Reads the whole store, and tells now and then how many records it has read.
  package init(
    _ configuration: Configuration,
    progress: (Int) -> Void
  ) throws(ServiceError) {
    var names = NameClusters(configuration.gazetteer)
    var count = 0
    let directory: Directory
    do throws(SystemError) {
      directory = try Directory(at: configuration.root.store)
    } catch {
      throw .unreadable(error)
    }
    do throws(StoreError) {
      try Archive(directory).forEachRecord { _, line in
        for name in Record.unlistedNames(in: line) { names.add(name) }
        count += 1
        if count.isMultiple(of: 256) { progress(count) }
        return true
      }
    } catch {
      throw .store(error)
    }
    clusters = names.clusters
  }
}

extension NameClusters.Cluster {
  /// One line for a person: how often, and each spelling with its own count.
  package var line: String {
    let all = spellings.map { "\($0.spelling) (\($0.count))" }
    return "\(count)\t\(all.joined(separator: ", "))"
  }

  package var json: String {
    var out = JSONWriter()
    out.raw(#"{"count":\#(count),"spellings":["#)
    for (number, spelling) in spellings.enumerated() {
      if number > 0 { out.raw(",") }
      out.raw(#"{"spelling":"#)
      out.string(spelling.spelling)
      out.raw(#","count":\#(spelling.count)}"#)
    }
    out.raw("]}")
    return out.text
  }
}
