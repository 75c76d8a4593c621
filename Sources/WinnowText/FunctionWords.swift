/// The little words that every text of a language is full of.
///
/// Source: common knowledge of the languages: articles, prepositions, pronouns, conjunctions and the
/// forms of "to be", thirty to fifty each, chosen so that neighbours differ.
enum FunctionWords {
  /// A language by BCP 47 and words of it, in lower case, apostrophes left out.
  private static let table = """
    en: the of and to in is that for it was on with as be by at are this have from or had not but
    en: his her they which their were been has said would there what will he she we you who more
    de: der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an
    de: werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über wir ich war
    fr: le la les de des du et à un une en que qui dans pour pas sur au plus par ce il est son se ne
    fr: avec sont mais aux cette été elle nous vous leur ou ont comme fait deux être même après
    es: el la los las de que y en un una por con para se del al no es lo más su como pero sus le ya
    es: fue este ha sí porque esta son entre cuando muy sin sobre también hasta hay donde desde
    pl: w i na z się do nie że jest to o jak po od za ale dla przez są tym który oraz już tego przy
    pl: tak czy ze było być może jego jej ich które tylko także ma był będzie roku przed również
    it: il di che e la un in per è non una sono del con si della le da al ma come anche alla i più
    it: gli ha nel dei questo essere lo stato delle nella tra loro dal hanno degli suo dopo molto
    pt: o de que e a do da em um para é com não uma os no se na por mais as dos como mas foi ao ele
    pt: das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso entre
    nl: de het een van en in is dat op te voor met zijn niet aan er om ook als dan maar bij nog uit
    nl: door over naar hij werd wordt heeft deze was hebben ze we kan meer geen tot wel onder
    cs: a se v na je že to s z do o i za pro jako ale by po k ve jsou který od podle při také už jeho
    cs: které není bylo před však až byl jen nebo která jejich může roku bude mezi
    sv: och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi
    sv: så kan när nu efter eller skulle också där vid mot under hade ska än blev
    da: og i at det som en på er af for til den har de ikke om et han men var jeg sig fra vi så
    da: kan når nu efter eller skulle også der hvor ved mod under havde skal blev være mere
    no: og i at det som en på er av for til den har de ikke om et han men var jeg seg fra vi så
    no: kan når nå etter eller skulle også der hvor ved mot under hadde skal ble være mer
    lt: ir kad į iš su yra bet tai kaip o ar jis buvo per apie nuo prie šis taip jau dar tik metų jie
    lv: un ir ka ar par no uz bet kas tas kā arī ne gan pēc tiek bija jau lai vai pie gada viņš
    ro: și de în la cu pe din care că este un o nu mai pentru sunt a au fost sau dar prin după ca
    hu: a az és hogy nem is egy de csak már ez azt van meg ha volt még el után vagy mint lehet kell
    tr: ve bir bu da de için ile çok olarak daha olan gibi en sonra kadar ama her ne var değil
    id: yang dan di dengan untuk dari ini itu dalam pada tidak akan ke juga adalah oleh telah
    fi: ja on ei että se oli hän mutta myös ovat kun joka niin tai kuin ole sen jos vain mukaan
    ru: и в не на что с он как это по но из у за от так же для бы о его к было только все она еще
    ru: ещё мы или был были уже когда чтобы если который после также при во они них этом со того
    uk: і в не на що з та до як у це за й але від про для його він або під час після вже ще також
    uk: був було була бути які який коли щоб якщо вона вони їх із між через має року того цього
    be: і ў у не на што з да як гэта па за для ад але яго пра ён каб быў было была бы яны таксама
    be: пасля калі або ужо якія які яна пры яшчэ іх сваіх гэтага так ці будзе толькі праз
    bg: и на в да се за от не е с че по са като това до при който ще но му които беше или след
    sr: и у је да се на за од са не су који то као по из али што би због до био како ће или
    mk: и на во да се за од не е со дека по ќе како кои што го ги кој при до но беше или сите
    """

  static let languages: [String] = lines.reduce(into: []) { languages, line in
    if languages.last != line.language { languages.append(line.language) }
  }

  /// The languages that a word belongs to by a table, a bit for each place in `languages`.
  static func languages(of key: UInt64, in slots: [Slot]) -> UInt64 {
    slots[place(of: key, in: slots)].languages
  }

  struct Slot {
    fileprivate var key: UInt64 = 0
    fileprivate var languages: UInt64 = 0
  }

  /// A hash table with open addressing; a free slot has no languages.
  static let slots: [Slot] = {
    var slots = [Slot](repeating: Slot(), count: 1 << 12)
    for line in lines {
      let number = languages.firstIndex(of: line.language) ?? 0
      for word in Words.split(line.words) {
        let place = place(of: word.key, in: slots)
        slots[place].key = word.key
        slots[place].languages |= 1 << UInt64(number)
      }
    }
    return slots
  }()

  private static func place(of key: UInt64, in slots: [Slot]) -> Int {
    var place = Int(truncatingIfNeeded: key ^ key >> 32) & (slots.count - 1)
    while slots[place].languages != 0, slots[place].key != key {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  private static var lines: [(language: String, words: String)] {
    // As UTF-8: to split characters takes some forty times as long.
    table.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1).map {
        String(Substring($0))
      }
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
  }
}
