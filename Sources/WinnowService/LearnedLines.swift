import WinnowClean
import WinnowIO
import WinnowPipeline
import WinnowRecord
import WinnowStore
import WinnowText

/// What was learnt of the sources, for a person to see, and to be forgotten.
package struct LearnedLines {
  /// A source, of how many documents it is remembered, and how many lines of its template are known.
  package struct Source: Sendable {
    package let name: String
    package let documents: Int
    package let lines: Int

    package var json: String {
      var out = JSONWriter()
      out.raw(#"{"source":"#)
      out.string(name)
      out.raw(#","documents":\#(documents),"lines":\#(lines)}"#)
      return out.text
    }
  }

  /// A line of a template, and in how many documents of the source it stood.
  package struct Line: Sendable {
    package let text: String
    package let times: Int

    package var json: String {
      var out = JSONWriter()
      out.raw(#"{"line":"#)
      out.string(text)
      out.raw(#","documents":\#(times)}"#)
      return out.text
    }
  }

  private let directory: Directory
  private let memory: Memory

  /// Brings what the ledger keeps up to the last record of the store.
  package init(_ configuration: Configuration) throws(ServiceError) {
    directory = try Self.store(configuration)
    memory = try Memory(learntFrom: directory)
  }

  /// All sources, in the order of their names.
  package var sources: [Source] {
    memory.names.compactMap { name in
      memory[name].map { Source(name: name, documents: $0.documents, lines: $0.learned) }
    }
  }

  /// The template of one source as its records spell it, the commonest lines first.
  package func lines(of source: String) throws(ServiceError) -> [Line] {
    guard let known = memory[source] else {
      throw .badInput("\(source): nothing is remembered of such a source")
    }
    // Only keys are remembered; the store knows how the lines were spelt.
    var texts: [UInt64: String] = [:]
    do throws(StoreError) {
      try Archive(directory).forEachRecord { _, line in
        guard Record.path(in: line).flatMap(Record.source(ofPath:)) == source,
          let original = try? Restorer.restore(line)
        else { return true }
        for line in PageLines(Document(original)).lines where known.timesLearned(line.key) != nil {
          texts[line.key] = line.text
        }
        return true
      }
    } catch {
      throw .store(error)
    }
    return texts.map { Line(text: $1, times: known.timesLearned($0) ?? 0) }
      .sorted { ($1.times, $0.text) < ($0.times, $1.text) }
  }

  /// Forgets what was learnt of a source from the records that are stored by now.
  package static func forget(
    _ source: String,
    _ configuration: Configuration
  ) throws(ServiceError) {
    let directory = try store(configuration)
    do throws(StoreError) {
      try Store.forget(source, in: directory)
    } catch {
      throw .store(error)
    }
  }

  private static func store(_ configuration: Configuration) throws(ServiceError) -> Directory {
    do throws(SystemError) {
      return try Directory(at: configuration.root.store)
    } catch {
      throw .unreadable(error)
    }
  }
}
