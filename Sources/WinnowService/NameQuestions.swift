import WinnowNames
import WinnowPipeline
import WinnowRecord

/// What a person or a program may ask about single names.
package struct NameQuestions: Sendable {
  private let gazetteer: Gazetteer
  private let style: Style

  package init(_ configuration: Configuration) {
    gazetteer = configuration.gazetteer
    style = configuration.settings.style
  }

  /// A scheme, as it is listed.
  package struct ListedScheme: Sendable {
    package let id: String
    package let name: String

    package var json: String {
      var out = JSONWriter()
      out.raw(#"{"id":"#)
      out.string(id)
      out.raw(#","name":"#)
      out.string(name)
      out.raw("}")
      return out.text
    }
  }

  package var schemes: [ListedScheme] {
    gazetteer.schemes.schemes.map { ListedScheme(id: $0.id, name: $0.name) }
  }

  /// A text romanised by a scheme.
  package func romanise(_ text: String, by id: String) throws(PipelineError) -> String {
    guard let scheme = gazetteer.schemes[id: id] else {
      let nearest = schemes.map(\.id).min { distance($0, id) < distance($1, id) } ?? ""
      throw .badInput("\(id): no such scheme; the nearest known one is \(nearest)")
    }
    return scheme.romanise(text)
  }

  /// Whether two spellings are one name, as a line of text.
  package func compare(_ a: String, _ b: String) -> (same: Bool, text: String) {
    let answer = gazetteer.comparer.compare(a, b)
    let score = Hundredths.text(answer.score)
    return (answer.same, "\(answer.same ? "one name" : "two names"), \(score): \(answer.why)")
  }

  /// The same for a line of JSON with `a` and `b`, which gets `score` and `same` beside them.
  package func compare(_ line: ArraySlice<UInt8>) -> (line: [UInt8], isError: Bool) {
    var names: [String: String] = [:]
    var out = JSONWriter()
    do throws(JSONReader.Malformed) {
      var reader = JSONReader(line)
      try reader.object(orElse: { $0 }) { reader, key throws(JSONReader.Malformed) in
        let value = try reader.raw()
        if key == "a" || key == "b" {
          var own = JSONReader(value)
          names[key] = try own.string()
        }
        if key == "score" || key == "same" { return }
        out.raw(out.bytes.isEmpty ? "{" : ",")
        out.string(key)
        out.raw(":")
        out.bytes += value
      }
    } catch {
      return (Array(#"{"error":"byte \#(error.at): \#(error.wanted) is missing"}"#.utf8), true)
    }
    guard let a = names["a"], let b = names["b"] else {
      return (Array(#"{"error":"wanted strings under a and b"}"#.utf8), true)
    }
    let answer = gazetteer.comparer.compare(a, b)
    out.raw(#","score":\#(answer.score),"same":\#(answer.same)}"#)
    return (out.bytes, false)
  }

  /// What a spelling may stand for, the likeliest first.
  package func lookup(_ name: String) -> [Gazetteer.Answer] {
    gazetteer.lookup(name, style: style)
  }

  private func distance(_ a: String, _ b: String) -> Int {
    let (shared, all) = (Set(a.utf8).intersection(b.utf8).count, Set(a.utf8).union(b.utf8).count)
    let prefix = zip(a.utf8, b.utf8).prefix { $0 == $1 }.count
    return all - shared - 3 * prefix
  }
}
