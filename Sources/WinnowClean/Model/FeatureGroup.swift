/// Columns that are made together.
struct FeatureGroup: Sendable {
  let names: [String]
  /// Writes the group's columns, of which the given one is the first.
  let fill: @Sendable (_ page: LinePage, _ rows: inout FeatureRows, _ column: Int) -> Void

  /// All columns of `LineTable`, in order; later groups may read the columns of the first.
  static let all: [FeatureGroup] = [
    OwnFeatures.group, PlaceFeatures.group, WindowFeatures.windows, WindowFeatures.neighbours,
    RepeatFeatures.group, CohesionFeatures.group, WholeFeatures.group, StrictFeatures.group,
    ShapeFeatures.group,
  ]
}
