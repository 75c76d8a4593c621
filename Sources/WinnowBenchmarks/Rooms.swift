import WinnowClean
import WinnowNames
import WinnowPipeline
import WinnowRecord
import WinnowText

/// The rooms that a document walks through, each to be measured alone, and the whole way.
struct Rooms {
  let configuration: Configuration
  let pipeline: Pipeline
  let samples: Samples

  /// The whole way comes first.
  func contestants() -> [Contest.Contestant] {
    let files = samples.documents
    let documents = files.map { Document($0) }
    let rules = Cleaner(rules: configuration.rules, level: .careful)
    let cleaner = pipeline.cleaner
    let cleaned = documents.map { cleaner.clean($0) }
    let naming = configuration.settings.naming(of: nil)
    let names = Names(configuration.gazetteer, style: naming.style, action: naming.action)
    let records = zip(cleaned, files).map { cleaned, file in
      pipeline.record(
        of: cleaned,
        bytes: file.count,
        id: DocumentID(of: file),
        path: nil,
        received: nil
      )
    }
    var rooms = [
      room("whole") { files.reduce(0) { $0 + pipeline.line(of: $1, path: nil).count } },
      room("decode, normalise") { files.reduce(0) { $0 + Document($1).text.count } },
      room("clean, rules alone") {
        documents.reduce(0) { $0 + rules.clean($1).document.text.count }
      },
      room("clean, with the model") {
        documents.reduce(0) { $0 + cleaner.clean($1).document.text.count }
      },
    ]
    if let model = configuration.model {
      rooms.append(
        room("one look of the model") {
          documents.reduce(0) { $0 + model.score($1).logOdds.count }
        }
      )
    }
    return rooms + [
      room("language") {
        cleaned.reduce(0) { $0 + (Language.detect($1.document.text)?.utf8.count ?? 0) }
      },
      room("names") {
        cleaned.reduce(0) {
          $0 + names.settle($1.document, language: $1.language).mentions.count
        }
      },
      room("SHA-256") { files.reduce(0) { $0 + DocumentID(of: $1).digest.count } },
      room("record line") { records.reduce(0) { $0 + $1.line().count } },
    ]
  }

  /// Runs as often as it takes to be measured well.
  private func room(_ name: String, _ work: @escaping () -> Int) -> Contest.Contestant {
    let once = CPUTime.measure { blackHole(work()) }
    let times = max(1, Int(0.1 / max(once, 1e-7)))
    return Contest.Contestant(name: name) {
      CPUTime.measure { for _ in 0..<times { blackHole(work()) } } / Double(times)
    }
  }
}

/// Takes a result, so that the work for it is not optimised away.
@inline(never)
func blackHole(_ result: Int) { precondition(result >= 0) }
