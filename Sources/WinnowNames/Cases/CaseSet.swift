/// The cases that a form of a name may stand in.
///
/// Words that belong together agree in case: the intersection of their sets isn't empty. The plural
/// is that of a family (Путины); a name that has only a plural (Сумы) has the plain cases.
package struct CaseSet: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let nominative = CaseSet(rawValue: 1)
  package static let genitive = CaseSet(rawValue: 1 << 1)
  package static let dative = CaseSet(rawValue: 1 << 2)
  package static let accusative = CaseSet(rawValue: 1 << 3)
  package static let instrumental = CaseSet(rawValue: 1 << 4)
  package static let locative = CaseSet(rawValue: 1 << 5)
  /// Ukrainian only.
  package static let vocative = CaseSet(rawValue: 1 << 6)

  package static let singular = CaseSet(rawValue: 0x7F)
  package static let plural = CaseSet(rawValue: 0x7F << 7)

  /// The same cases in the plural.
  package var pluralised: CaseSet { CaseSet(rawValue: rawValue << 7) }
}
