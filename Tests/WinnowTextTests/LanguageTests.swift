import Testing
import WinnowText

@Suite struct LanguageTests {
  @Test(
    "A paragraph of running text is known by its little words or its script",
    arguments: [
      (
        "en",
        "The council said on Monday that it would not open the bridge before the end of the year."
      ),
      (
        "be",
        "Гарадскі савет у панядзелак абмеркаваў рамонт моста, і ён будзе пасля таго, як яны скончаць."
      ),
      (
        "ru",
        "Городской совет в понедельник обсудил ремонт моста, и он будет после того, как они закончат."
      ),
      (
        "uk",
        "Міська рада в понеділок обговорила ремонт мосту, і він буде після того, як вони закінчать."
      ),
      (
        "pl",
        "Rada miasta omówiła w poniedziałek remont mostu i nie wiadomo, czy będzie on przed końcem roku."
      ),
      (
        "de",
        "Der Stadtrat hat am Montag über die Brücke gesprochen, und sie wird nicht vor dem Jahr fertig."
      ),
      (
        "fr",
        "Le conseil a débattu lundi de la réfection du pont, et il ne sera pas prêt avant la fin de l’an."
      ),
      (
        "es",
        "El concejo debatió el lunes la reparación del puente y no estará listo antes de fin de año."
      ),
      ("el", "Το δημοτικό συμβούλιο συζήτησε τη Δευτέρα την επισκευή της γέφυρας."),
      ("zh", "市议会星期一讨论了旧桥的修缮工程，预计年底以前不会完工。"),
      ("ja", "市議会は月曜日に古い橋の修理について話し合いました。"),
      ("ko", "시의회는 월요일에 오래된 다리의 수리에 대해 논의했습니다."),
    ]
  )
  func known(language: String, text: String) {
    #expect(Language.detect(Array(text.utf8)) == language)
  }

  @Test(
    "Where there is too little text, nothing is said",
    arguments: ["", "12:30", "Bridge opens", "Мост", "— … —"]
  )
  func unknown(text: String) {
    #expect(Language.detect(Array(text.utf8)) == nil)
  }

  @Test("A long text is judged by its beginning, cut between two scalars")
  func long() {
    let text = String(
      repeating: "Савет сказаў, што гэта будзе пасля таго, як яны скончаць. ",
      count: 400
    )
    for extra in 0..<3 {
      let padded = String(repeating: "a", count: extra) + " " + text
      #expect(Language.detect(Array(padded.utf8)) == "be")
    }
  }
}
