import WinnowNames
import WinnowRecord

extension Gazetteer.Answer {
  /// One line for a person.
  package var line: String {
    let own = entity.own.map { ", \($0.name)" } ?? ""
    return
      "\(Hundredths.text(confidence))  \(name)  (\(entity.id), \(entity.kind.rawValue)\(own)): \(why)"
  }

  package var json: String {
    var out = JSONWriter()
    out.raw(#"{"entity":"#)
    out.string(entity.id)
    out.raw(#","kind":"\#(entity.kind.rawValue)","name":"#)
    out.string(name)
    out.raw(#","own":"#)
    out.string(entity.own?.name)
    out.raw(#","confidence":\#(Hundredths.text(confidence)),"why":"#)
    out.string(why)
    out.raw("}")
    return out.text
  }
}
