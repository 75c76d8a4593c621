import Testing

@testable import WinnowNames

@Suite struct CaseFormsTests {
  private static let order: [CaseSet] = [
    .genitive, .dative, .accusative, .instrumental, .locative, .vocative,
  ]

  @Test("A name has its forms, each in its case")
  func declines() {
    var count = 0
    for paradigm in Paradigm.read(paradigms) {
      let forms = CaseForms(of: paradigm.name)
      for (form, wanted) in zip(paradigm.forms, Self.order) where form != "." {
        let bytes = Array(form.utf8)
        let cases = forms.cases(of: bytes, bytes.indices)
        #expect(cases.contains(wanted), "\(form): \(cases.rawValue)")
        count += 1
      }
    }
    #expect(count > 800)
    #expect(Paradigm.read(paradigms).count == paradigms.split(separator: "\n").count)
  }

  @Test("Another's name, another gender's and a misspelling are no form of a name")
  func strange() {
    let all = Paradigm.read(strangers)
    #expect(all.count == strangers.split(separator: "\n").count)
    for paradigm in all {
      let forms = CaseForms(of: paradigm.name)
      for form in paradigm.forms {
        let bytes = Array(form.utf8)
        #expect(forms.cases(of: bytes, bytes.indices) == [], "\(form)")
      }
    }
  }

  @Test("Families have a plural")
  func plural() {
    for (name, form, wanted) in [
      ("ru s m Путин", "Путины", CaseSet.nominative), ("ru s m Путин", "Путиных", .genitive),
      ("ru s m Тихановский", "Тихановским", .dative),
      ("be s m Лукашэнка", "Лукашэнкі", .nominative),
      ("be s m Лукашэнка", "Лукашэнкаў", .genitive), ("uk s m Шевченко", "Шевченків", .genitive),
      ("ru s m Лукашенко", "Лукашенко", .genitive), ("uk s m Порошенко", "Порошенки", .nominative),
    ] {
      #expect(cases(name, form).contains(wanted.pluralised), "\(form)")
    }
    let given = CaseForms(of: NameWord("Иван", .ru, .given, .masculine))
    #expect(given.all.allSatisfy { $0.cases.isDisjoint(with: .plural) })
  }

  @Test("The nominative comes first and no form twice")
  func distinct() {
    for paradigm in Paradigm.read(paradigms) {
      let all = CaseForms(of: paradigm.name).all
      #expect(all.first?.text == paradigm.name.text)
      #expect(Set(all.map(\.text)).count == all.count)
    }
  }

  @Test("Capitals, apostrophes, stress and the dots of ё don't matter")
  func folded() {
    for (name, form) in [
      ("ru s m Соловьёв", "СОЛОВЬЕВА"), ("ru g m Пётр", "петр"), ("be g f Дар’я", "ДАР'Ю"),
      ("uk s m Лук'яненко", "Лукʼяненка"), ("ru s m Путин", "Пу\u{301}тина"),
    ] {
      #expect(!cases(name, form).isEmpty, "\(form)")
    }
  }

  @Test(
    "Every row of the tables can be read",
    arguments: [
      DeclensionTable.belarusianRows, DeclensionTable.russianRows, DeclensionTable.ukrainianRows,
    ]
  )
  func rows(table: String) {
    for row in table.split(separator: "\n") {
      #expect(DeclensionRow(String(row)) != nil, "\(row)")
    }
  }

  @Test(
    "A row that breaks the rules is refused",
    arguments: [
      "s m | C- | а у * ом", "x m | C- | а у * ом е", "s y | C- | а у * ом е",
      "s m | C | а у * ом е",
      "s m | [кг- | а у * ом е", "s m | - | а у * ом е", "s m | C- | а у * ом е | ы",
    ]
  )
  func refused(row: String) {
    #expect(DeclensionRow(row) == nil)
  }
}

/// The cases of a form of the name that a fixture describes.
private func cases(_ name: String, _ form: String) -> CaseSet {
  let bytes = Array(form.utf8)
  return NameWord(fixture: name).map { CaseForms(of: $0).cases(of: bytes, bytes.indices) } ?? []
}
