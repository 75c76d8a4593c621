import WinnowPipeline

/// A format that lists of names come in, and what has been read of it.
protocol NameList {
  /// Takes a line in.
  ///
  /// - Throws: `badInput` where the line is not what the format has; then it is as if it were not there.
  mutating func add(
    _ line: ArraySlice<UInt8>,
    of file: String,
    to overlay: inout Overlay
  ) throws(PipelineError)

  /// Hands over what waited for further lines.
  mutating func finish(_ overlay: inout Overlay)
}
