import WinnowFormats
import WinnowRecord
import WinnowText

extension Pipeline {
  /// The line that goes out for a page of a WET file, and whether it tells of an error: where the page came from
  /// stands under `meta`.
  package func answer(to page: WETReader.Page) -> (line: [UInt8], isError: Bool) {
    guard let body = page.body else {
      var id = JSONWriter()
      id.string(page.recordID)
      return (LineFilter.tooLong("page", id: id.bytes[...]), true)
    }
    var meta = JSONWriter()
    meta.raw(#"{"url":"#)
    meta.string(page.url)
    meta.raw(#","date":"#)
    meta.string(page.date)
    meta.raw(#","record_id":"#)
    meta.string(page.recordID)
    meta.raw("}")
    return (record(of: Document(body), body, path: nil, meta: meta.bytes).line(), false)
  }
}
