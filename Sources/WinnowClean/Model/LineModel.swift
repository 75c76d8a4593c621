/// The trained judge of lines: its passes, its trees, and where it draws the line.
package struct LineModel: Sendable, Equatable {
  /// A look at all lines of a document; later passes see what the earlier ones say.
  package enum Pass: String, Sendable, CaseIterable {
    /// Words alone.
    case words
    /// Words that come after an article has ended.
    case end
    /// Words that come before an article begins.
    case begin
    /// The columns of `LineTable`, and words.
    case first
    /// Also the columns that `LineColumns` makes of the other passes.
    case second
  }

  package var stops: StopList
  package var passes: [Pass: LinearModel]
  /// They have the last word, where there are any.
  package var trees: TreeModel?
  package var thresholds: LineThresholds

  package init(
    stops: StopList,
    passes: [Pass: LinearModel],
    trees: TreeModel?,
    thresholds: LineThresholds
  ) {
    self.stops = stops
    self.passes = passes
    self.trees = trees
    self.thresholds = thresholds
  }
}
