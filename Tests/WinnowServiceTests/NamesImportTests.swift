import Foundation
import Testing
import WinnowNames

/// `winnow names import`, on small lists of public facts.
@Suite struct NamesImportTests {
  private func run(
    _ list: String,
    _ text: String,
    as file: String = "list"
  ) throws -> Program.Outcome {
    let program = try Program()
    let path = program.root.appending(path: file)
    try Data(text.utf8).write(to: path)
    let outcome = try program.run("names", "import", "--from", list, path.path)
    let output = outcome.text
    // Whatever comes out is a file of the gazetteer.
    _ = try GazetteerFile.read(file: "out.toml", text: output)
    return Program.Outcome(
      status: outcome.status,
      output: outcome.output,
      errors: outcome.errors.replacingOccurrences(of: program.root.path + "/", with: "")
    )
  }

  @Test("An OpenSanctions person has a name in each language, and the press's")
  func person() throws {
    let outcome = try run(
      "opensanctions",
      #"""
      {"id":"Q2866","caption":"Alexander Lukashenko","schema":"Person","properties":{"name":\#
      ["ЛУКАШЕНКО Александр Григорьевич","Аляксандр Рыгоравіч Лукашэнка","Олександр Лукашенко"],\#
      "alias":["LUKASHENKO Alexander Grigoryevich","Лукашенко Олександр Григорович"],\#
      "weakAlias":["Бацька"],"gender":["male"],"country":["by"],\#
      "position":["Президент","President of \"Belarus\""],"addressEntity":[{"id":"a"}]}}
      """#
    )
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(
      outcome.text == #"""
        # Names taken from OpenSanctions (CC BY-NC 4.0) by 'winnow names import'.

        [[person]]
        id = "os-q2866"
        be = "Аляксандр Рыгоравіч Лукашэнка"
        ru = "Александр Григорьевич Лукашенко"
        uk = "Олександр Григорович Лукашенко"
        home = "be"
        gender = "m"
        press = "Alexander Lukashenko"
        about = "President of \"Belarus\""
        confidence = 0.8
        source = "OpenSanctions Q2866"

        """#
    )
  }

  @Test("An OpenSanctions person's name may come in parts, and the gender out of it")
  func parts() throws {
    let outcome = try run(
      "opensanctions",
      #"""
      {"id":"NK-a_B","schema":"Person","properties":{"name":["M. Kalesnikava"],\#
      "alias":["Колесникова"],"firstName":["Мария"],"fatherName":["Александровна"],\#
      "lastName":["Колесникова"],"nationality":["ru"]}}
      """#
    )
    #expect(outcome.text.contains("id = \"os-nk-a-b\"\nru = \"Мария Александровна Колесникова\"\n"))
    #expect(outcome.text.contains("home = \"ru\"\ngender = \"f\"\nconfidence"))
  }

  @Test("OpenSanctions bodies have a type; what is uncertain is counted, other schemas are not")
  func organisations() throws {
    let outcome = try run(
      "opensanctions",
      """
      {"id":"b","schema":"PublicBody","properties":{"name":["Міністэрства абароны","МИНИСТЕРСТВО \
      ОБОРОНЫ","Министерство обороны","MINISTRY OF DEFENCE","Ministry of Defence"],"country":["by"]}}
      {"id":"a","schema":"Company","properties":{"name":["ОАО «БелАЗ»","BelAZ"],"country":["by"]}}
      {"id":"c","schema":"Vessel","properties":{"name":["Адмирал"]}}
      {"id":"d","schema":"Person","properties":{"name":["Румен Радев"],"country":["bg"]}}
      {"id":"e","schema":"Person","properties":{"name":["Angela Merkel"],"country":["de"]}}
      {"id":"f","schema":"Person","properties":{"name":["Реджеп Эрдоган"],"country":["tr"]}}
      """
    )
    #expect(outcome.status == 0)
    #expect(outcome.errors.hasSuffix(": 2\n"))
    #expect(outcome.text.contains("be = \"Міністэрства абароны\"\nru = \"Министерство обороны\"\n"))
    #expect(outcome.text.contains("type = \"agency\"\npress = \"Ministry of Defence\"\n"))
    let ids = outcome.text.split(separator: "\n").filter { $0.hasPrefix("id") }
    #expect(ids == ["id = \"os-a\"", "id = \"os-b\""])
  }

  @Test("A line that can't be read is told of and skipped, and the status is 65")
  func badLines() throws {
    let good =
      #"{"id":"a","schema":"Company","properties":{"name":["ААТ «БелАЗ»"],"country":["by"]}}"#
    let outcome = try run("opensanctions", "not json\n\n\(good)\n{\"id\":5}\n{\"id\":\n")
    #expect(outcome.status == 65)
    #expect(outcome.text.contains("ААТ «БелАЗ»"))
    #expect(
      outcome.errors == """
        winnow: list:1: byte 0: wanted a value
        winnow: list:4: wanted an entity with id, schema and properties
        winnow: list:5: byte 6: wanted a value
        winnow: lines skipped: 3

        """
    )
  }

  @Test("A Wikidata dump's array and Special:EntityData are read alike")
  func wikidata() throws {
    func claim(_ id: String, _ rank: String = "normal") -> String {
      #"{"mainsnak":{"datavalue":{"value":{"id":"\#(id)"}}},"rank":"\#(rank)"}"#
    }
    let person = """
      {"id":"Q2866","labels":{"be":{"value":"Аляксандр Лукашэнка"},"ru":{"value":"Александр \
      Лукашенко"},"uk":{"value":"Лукашенко Олександр"},"en":{"value":"Alexander Lukashenko"}},\
      "aliases":{"be":[{"value":"Бацька"},{"value":"Аляксандр Рыгоравіч Лукашэнка"}],"ru":\
      [{"value":"Лукашенко, Александр Григорьевич"}]},"claims":{"P31":[\(claim("Q5"))],"P21":\
      [\(claim("Q6581097"))],"P27":[\(claim("Q159")),\(claim("Q184", "preferred"))]}}
      """
    let city = """
      {"id":"Q1899","labels":{"ru":{"value":"Киев"},"uk":{"value":"Київ"},"be":{"value":"Кiеў"},\
      "en":{"value":"Kyiv"}},"aliases":[],"claims":{"P31":[\(claim("Q486972")),\(claim("Q515"))],\
      "P17":[\(claim("Q15180", "deprecated")),\(claim("Q212"))]}}
      """
    let party = """
      {"id":"Q3","labels":{"uk":{"value":"Слуга народу (партія)"},"ru":{"value":"Слуга народа"}},\
      "claims":{"P31":[\(claim("Q7278"))]}}
      """
    let property = #"{"id":"P31","labels":{"ru":{"value":"это"}},"claims":[]}"#
    let dump = try run("wikidata", "[\n\(city),\n\(property),\r\n\(person),\n\(party)\n]\n")
    #expect(dump.status == 0)
    #expect(dump.errors.hasSuffix(": 1\n"))
    #expect(
      dump.text == """
        # Names taken from Wikidata (CC0 1.0) by 'winnow names import'.

        [[person]]
        id = "wd-q2866"
        be = "Аляксандр Рыгоравіч Лукашэнка"
        ru = "Александр Григорьевич Лукашенко"
        uk = "Олександр Лукашенко"
        home = "be"
        gender = "m"
        press = "Alexander Lukashenko"
        confidence = 0.8
        source = "Wikidata Q2866"

        [[place]]
        id = "wd-q1899"
        ru = "Киев"
        uk = "Київ"
        home = "uk"
        type = "city"
        press = "Kyiv"
        confidence = 0.8
        source = "Wikidata Q1899"

        """
    )
    let pages = "{\"entities\":{\"Q1899\":\(city)}}\n{\"entities\":{\"Q2866\":\(person)}}\n"
    #expect(try run("wikidata", pages).text == dump.text)
    #expect(try run("wikidata", "{\"entities\":{\"Q1\":{}}}\n").status == 65)
  }

  @Test("GeoNames rows are grouped by place, the preferred and older name first")
  func geonames() throws {
    let rows = [
      "1\t625144\tbe\tМінск\t1\t\t\t\t\t", "2\t625144\tru\tМинск\t\t\t\t\t\t",
      "3\t625144\ten\tMinsk\t1\t\t\t\t\t", "4\t625144\tuk\tМенськ\t1\t\t\t1\t\t",
      "5\t625144\tuk\tМінськ\t\t\t\t\t\t", "6\t625144\tlink\tМинск\t\t\t\t\t\t",
      "7\t2643743\ten\tLondon\t\t\t\t\t\t", "8\t703448\tuk\tКиїв\t\t\t\t\t\t",
      "9\t2643743\tru\tЛондон\t\t\t\t\t\t", "10\t625144\ten\tMensk\t\t\t1\t\t\t",
      "11\t625144\tru\tМенск\t\t\t\t\t\t", "12\t625144\tbe\tМинск\t1\t\t\t\t\t",
    ]
    let text = rows.joined(separator: "\n") + "\n13\tx\tru\tМинск\t\t\t\t\t\t\n14\t5\n"
    let outcome = try run("geonames", text, as: "BY.txt")
    #expect(outcome.status == 65)
    #expect(
      outcome.errors == """
        winnow: BY.txt:13: wanted two numbers first, got '13' and 'x'
        winnow: BY.txt:14: wanted 10 columns, got 2
        winnow: left out, for language, order, gender or home is open: 2
        winnow: lines skipped: 2

        """
    )
    let place = """
      [[place]]
      id = "gn-625144"
      be = "Мінск"
      ru = "Минск"
      uk = "Мінськ"
      home = "be"
      press = "Minsk"
      confidence = 0.8
      source = "GeoNames 625144"

      """
    #expect(outcome.text.hasSuffix("\n\n" + place))
    // Without the country's file the home is not known, and the press's spelling is its own.
    let other = try run("geonames", text, as: "alternateNamesV2.txt")
    #expect(other.text.hasSuffix(place.replacingOccurrences(of: "\"be\"", with: "\"latin\"")))
  }

  @Test("Places that nothing tells apart are one entry, the first by id; persons are not")
  func namesakes() throws {
    let rows = ["3\t11\tbe\tСлабада\t\t\t\t\t\t", "4\t10\tbe\tСлабада\t\t\t\t\t\t"]
    let places = try run("geonames", rows.joined(separator: "\n"), as: "BY.txt")
    #expect(places.text.split(separator: "\n").filter { $0.hasPrefix("id") } == ["id = \"gn-10\""])
    let person =
      #"{"id":"a","schema":"Person","properties":{"name":["Іваноў, Іван"],"country":["by"]}}"#
    let other = person.replacingOccurrences(of: "\"a\"", with: "\"b\"")
    let persons = try run("opensanctions", person + "\n" + other)
    #expect(persons.text.contains("os-a") && persons.text.contains("os-b"))
  }

  @Test("A file that can't be read ends the command before anything is written")
  func missing() throws {
    let outcome = try Program().run("names", "import", "--from", "wikidata", "/nowhere/a.json")
    #expect(outcome.status == 74)
    #expect(outcome.errors == "winnow: /nowhere/a.json: open: No such file or directory\n")
    #expect(outcome.output.isEmpty)
  }
}
