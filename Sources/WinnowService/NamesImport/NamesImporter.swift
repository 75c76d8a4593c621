import WinnowIO
import WinnowNames
import WinnowPipeline

/// Turns the lines of somebody else's list of names into a gazetteer file.
package struct NamesImporter {
  private var overlay: Overlay
  private var list: any NameList

  /// Knows given names, by which the words of a person's name are told apart, from the root's own file.
  package init(_ source: ImportSource, _ root: Root) throws(PipelineError) {
    overlay = Overlay(source)
    let names = NameReader(given: try Self.givenNames(root))
    list =
      switch source {
      case .opensanctions: OpenSanctions(names: names)
      case .wikidata: Wikidata(names: names)
      case .geonames: GeoNames()
      }
  }

  /// Takes a line in; an empty one is passed over.
  ///
  /// - Throws: `badInput` where the line is not what the list has; then it is as if it were not there.
  package mutating func add(_ line: ArraySlice<UInt8>, of file: String) throws(PipelineError) {
    if !line.isEmpty { try list.add(line, of: file, to: &overlay) }
  }

  /// Everything that was imported.
  package mutating func finish() -> Overlay {
    list.finish(&overlay)
    return overlay
  }

  private static func givenNames(_ root: Root) throws(PipelineError) -> [GivenName] {
    let file: ConfigurationFile
    do throws(SystemError) {
      file = try ConfigurationFile(root.names.appending("given.toml"))
    } catch {
      throw .unconfigured(error)
    }
    do throws(NamesError) {
      return try GivenNames.read(file: file.path.description, text: file.text)
    } catch {
      throw .names(error)
    }
  }
}
