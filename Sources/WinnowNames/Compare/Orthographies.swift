/// The ways of writing that a word may be read in, and the letters that call for each.
enum Orthographies {
  /// English-like (BGN/PCGN, national, passport systems), what only one language writes (German sch,
  /// Polish sz), and Cyrillic of all three languages.
  static let common = Orthography(latin, digraphs, cyrillic)

  private static let latin =
    "a a,b b,c k,d d,e e,f f,g g,h h,i i,j j,k k,l l,m m,n n,o o,p p,q k,r r,s s,t t,u u,v v,w w,x ks,"
    + "y y,z z,č č,š š,ž ž,ć c,ś s,ź z,ń n,ł l,ż ž,ŭ w,ě je,ó o,ą on,ę en,ö o,ü ju,ä ja,ï ji,ý y,đ d,"
    + "ř r,ď d,ť t,ň n,ë jo,â ja,û ju,ŝ šč"

  private static let digraphs =
    "sh š,ch č,zh ž,kh x,shch šč,sch š,tsch č,schtsch šč,tch č,ts c,tz c,tš č,dz ʒ,dzh ǯ,dž ǯ,cz č,"
    + "sz š,szcz šč,ck k,ce se,ci si,cy si,ph f,th t,qu kv,cc k,ff. v,gh g,"
    // Cyril, Alice: c before e, i, y as in English, but not in Polish -cki.
    + "cki cki,cky cki"

  private static let cyrillic =
    "а a,б b,в v,г g,ґ g,д d,е e,ё jo,є je,ж ž,з z,и i,і i,ї ji,й j,к k,л l,м m,н n,о o,п p,р r,"
    + "с s,т t,у u,ў w,ф f,х x,ц c,ч č,ш š,щ šč,ы y,э e,ю ju,я ja,дз ʒ,дж ǯ,ъ,ь,ье je,ъе je,ьо jo"

  private static let definitions: [(rules: String, signs: String, bars: String)] = [
    // Łacinka, Czech, scholarly and library systems; x and cz as in GOST 7.79 B.
    ("c c,ch x,ck ck,cc c,ce ce,ci ci,cy cy,x x,cz c", "c ch x", "sh zh kh ck w"),
    // Polish.
    (
      "c c,ch x,ck ck,ce ce,ci ci,cy cy,rz ž,ó u,dż ǯ,dź ʒ,ią ion", "w sz cz rz ł ż ó ą ę",
      "sh zh kh v x ya yu"
    ),
    // German.
    (
      "z c,tz c,zz c,ds ʒ,sa za,se ze,si zi,so zo,su zu,sy zy,ch x,ei aj,w v,sch š,tsch č,sh ž,c c,ä e",
      "w sch tz zk yj ds zz nz",
      "kh zh ya yu cz sz š č ž ŭ"
    ),
    // French.
    (
      "ch š,tch č,chtch šč,ou u,j ž,ge že,gi ži,gue ge,gui gi,dj ǯ,dz ʒ,ï i,ine. in,ce se,ci si",
      "ou tch ch j gu ï e.", "sh zh š č ž ŭ w"
    ),
    // Hungarian.
    ("cs č,zs ž,sz s,s š,c c,gy d,ly l,ny n,ch x", "cs zs sz gy", "sh zh kh w ch cz"),
    // Dutch.
    ("oe u,tsj č,sj š,zj ž,sjtsj šč,ch x", "oe sj zj", "sh zh kh y"),
    // Italian.
    ("ch k,ce če,ci či,sce še,sci ši,gh g,ge ǯe,gi ǯi", "gh ci ce sc", "sh zh kh k w y j x"),
    // Belarusian systems that write ŭ as u: Kryutsou for Крыўцоў.
    ("iu iw,yu yw", "iu yu", "š č ž ŭ w"),
    // Swedish.
    ("tj č,sj š,stj šč,sjtj šč,zj ž,dzj ǯ,ch x", "tj", "sh zh kh š č ž ŭ w oe"),
    // National system of Belarus of 2023: no marks, as in English, but c as in Łacinka.
    ("c c,ck ck,cc c,ce ce,ci ci,cy cy", "ca ce ci co cu cy ck", "tch sch cz š č ž ŭ ł"),
  ]

  /// The ways of writing beside the common one, in the order of their bits in `pairMarks`.
  private static let special = definitions.map {
    Orthography(latin, digraphs, cyrillic, $0.rules)
  }

  /// What two neighbouring letters say, `Letter.size` squared: in the low half a bit for each special
  /// orthography that they call for, in the high half one for each that they bar.
  static let pairMarks: [UInt32] = {
    var marks = [UInt32](repeating: 0, count: Letter.size * Letter.size)
    for (place, definition) in definitions.enumerated() {
      for (list, bit) in [
        (definition.signs, UInt32(1) << UInt32(place)),
        (definition.bars, UInt32(0x10000) << UInt32(place)),
      ] {
        for sign in list.split(separator: " ") { mark(sign, bit, &marks) }
      }
    }
    return marks
  }()

  /// Gives a word as it is read in every orthography that its letters call for, the common one first.
  @inline(__always)
  static func read(_ word: LetterRun, _ give: (RawSounds) -> Void) {
    give(common.read(word))
    var called = called(by: word)
    while called != 0 {
      give(special[called.trailingZeroBitCount].read(word))
      called &= called - 1
    }
  }

  /// The bits of the special orthographies that a word's letters call for.
  private static func called(by word: LetterRun) -> UInt32 {
    let pairMarks = pairMarks.span
    var marks: UInt32 = 0
    var before = 0
    for place in 0...word.count {
      let letter = Int(word[place])
      marks |= pairMarks[before * Letter.size + letter]
      before = letter
    }
    return marks & ~(marks >> 16) & 0xFFFF
  }

  private static func mark(_ sign: Substring, _ bit: UInt32, _ marks: inout [UInt32]) {
    let letters = sign.map { Int(Letter.number($0)) }
    if letters.count == 1 {
      for before in 0..<Letter.size { marks[before * Letter.size + letters[0]] |= bit }
    } else {
      // Of three letters the first two say enough: sch, tch.
      marks[letters[0] * Letter.size + letters[1]] |= bit
    }
  }
}
