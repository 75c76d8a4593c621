import Testing
import WinnowRecord

@Suite struct RecordOutlineTests {
  private func outline(_ json: String) throws -> RecordOutline {
    try RecordOutline(Array(json.utf8)[...])
  }

  @Test("Lengths are counted in scalars, bytes that mean nothing one by one")
  func lengths() throws {
    let record = try outline(
      #"""
      {"v":1,"path":"a/b.txt","received":null,"bytes":30,"language":"be","text":"Мінск 👍\n","edits":[
      {"at":[0,0],"was":"Меню\n","rule":"be.menu"},{"at":[0,5],"was":"Минск","rule":"names.minsk"},
      {"at":[6,6],"bytes":"//79","rule":"text.broken"}],"names":[{"at":[0,5],"surface":"Минск",
      "name":"Мінск","entity":"minsk","action":"rewrite"}],"crc":"00000000"}
      """#
    )
    #expect(record.path == "a/b.txt" && record.received == nil && record.bytes == 30)
    #expect(record.scalars == 8)
    #expect(record.edits.map(\.was) == [5, 5, 3] && record.edits.map(\.now) == [0, 5, 0])
    #expect(record.edits.map(\.rule) == ["be.menu", "names.minsk", "text.broken"])
    #expect(record.names.map(\.surface) == ["Минск"] && record.names[0].isRewritten)
  }

  @Test("A line of another shape is refused")
  func malformed() {
    for json in [
      "", "[]", #"{"path":5}"#, #"{"edits":[{"at":[3,1]}]}"#, #"{"edits":[{"at":[0]}]}"#,
      #"{"bytes":-1}"#, #"{"bytes":9223372036854775807}"#,
      #"{"edits":[{"at":[0,9223372036854775807]}]}"#,
      #"{"names":[{"action":null}]}"#,
    ] { #expect(throws: JSONReader.Malformed.self, "\(json)") { try outline(json) } }
  }
}
