/// Makes changes to a document from its beginning to its end and joins them with the edits it has.
struct Composition {
  private let document: Document
  private var text: [UInt8] = []
  private var edits: [Edit] = []
  /// How far the document's text and edits have been taken over.
  private var done = 0
  private var next = 0

  init(of document: Document) {
    self.document = document
    text.reserveCapacity(document.text.count)
    edits.reserveCapacity(document.edits.count)
  }

  mutating func make(_ change: Change) {
    // An edit that reaches over the change's border is drawn in whole, with its own text around; one
    // that takes something out at the very border stays outside.
    var span = change.at
    let first = document.edits.partitioningIndex { $0.at.upperBound > span.lowerBound }
    var last = first
    while last < document.edits.count, document.edits[last].at.lowerBound < span.upperBound {
      let edit = document.edits[last].at
      span = min(span.lowerBound, edit.lowerBound)..<max(span.upperBound, edit.upperBound)
      last += 1
    }
    // Two changes that share such an edit can't both be made: the first one stands.
    guard span.lowerBound >= done else { return }
    copy(upTo: span.lowerBound, edits: first)
    let was = original(span.lowerBound, before: first)..<original(span.upperBound, before: last)
    let start = text.count
    text += document.text[span.lowerBound..<change.at.lowerBound]
    text += change.replacement
    text += document.text[change.at.upperBound..<span.upperBound]
    edits.append(Edit(at: start..<text.count, was: was, rule: change.rule))
    done = span.upperBound
    next = last
  }

  mutating func finish() -> Document {
    copy(upTo: document.text.count, edits: document.edits.count)
    return Document(decoded: document.decoded, text: text, edits: edits)
  }

  private mutating func copy(upTo end: Int, edits count: Int) {
    let shift = text.count - done
    text += document.text[done..<end]
    for edit in document.edits[next..<count] {
      let at = edit.at.lowerBound + shift..<edit.at.upperBound + shift
      edits.append(Edit(at: at, was: edit.was, rule: edit.rule))
    }
    done = end
    next = count
  }

  /// Where a place of the text, outside every edit and with so many edits before it, is in the
  /// original.
  private func original(_ place: Int, before count: Int) -> Int {
    guard count > 0 else { return place }
    let edit = document.edits[count - 1]
    return edit.was.upperBound + (place - edit.at.upperBound)
  }
}
