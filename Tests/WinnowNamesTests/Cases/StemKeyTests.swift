import Testing

@testable import WinnowNames

private func key(_ word: String) -> StemKey {
  let bytes = Array(word.utf8)
  return StemKey(bytes, bytes.indices)
}

@Suite struct StemKeyTests {
  @Test("Every form of every name has the key of its nominative")
  func formsShareKey() {
    let names = listedNames()
    #expect(names.count > 700)
    for name in names {
      let nominative = StemKey(name.text, name.text.indices)
      for form in CaseForms(of: name).all where form.text != name.text {
        let isSame = StemKey(form.text, form.text.indices) == nominative
        #expect(isSame, "\(String(decoding: name.text + [0x20] + form.text, as: UTF8.self))")
      }
    }
  }

  @Test("Every form of every paradigm has the key of its nominative")
  func paradigmsShareKey() {
    for paradigm in Paradigm.read(paradigms) {
      let nominative = StemKey(paradigm.name.text, paradigm.name.text.indices)
      for form in paradigm.forms where form != "." { #expect(key(form) == nominative, "\(form)") }
    }
  }

  @Test(
    "Other names have another key",
    arguments: [
      ("Путин", "Пугин"), ("Петров", "Павлов"), ("Лукашенко", "Лукьяненко"), ("Минск", "Пинск"),
      ("Ольга", "Волга"), ("Орша", "Оржица"), ("Брест", "Бреслау"), ("Зеленский", "Каменский"),
    ]
  )
  func differ(one: String, other: String) {
    #expect(key(one) != key(other))
  }

  @Test("Capitals, apostrophes and the dots of ё don't matter")
  func folded() {
    #expect(key("СОЛОВЬЕВ") == key("Соловьёв"))
    #expect(key("Лук’яненко") == key("лукяненко"))
    #expect(key("") == key("’"))
  }

  @Test("Few names share a key, so few are tried for a word")
  func selective() {
    var names: [StemKey: Set<[UInt8]>] = [:]
    for name in listedNames() {
      names[StemKey(name.text, name.text.indices), default: []].insert(name.text)
    }
    let sizes = names.values.map(\.count).sorted()
    #expect(sizes[sizes.count / 2] <= 2)
    #expect((sizes.last ?? 0) <= 12)
  }
}
