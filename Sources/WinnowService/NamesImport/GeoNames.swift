import WinnowIO
import WinnowNames
import WinnowPipeline

/// Reads alternate names of GeoNames: `alternateNamesV2.txt`, or a country's part of it.
///
/// The rows of a place stand together in it, with few exceptions. A run of rows of one place is kept
/// if it has a Belarusian, Russian or Ukrainian name, or joins a run of the place that was kept; else it
/// is forgotten, even if such a name comes later. So memory grows with the places that are kept alone.
struct GeoNames: NameList {
  private static let columns = 10
  private static let homes: [String: CyrillicLanguage] = [
    "BY.txt": .be, "RU.txt": .ru, "UA.txt": .uk,
  ]

  private var run: GeoNamesPlace?
  private var places: [Int: GeoNamesPlace] = [:]

  /// Takes a row in; the name of a country's file tells the places' country, which no row does.
  mutating func add(
    _ line: ArraySlice<UInt8>,
    of file: String,
    to overlay: inout Overlay
  ) throws(PipelineError) {
    guard let text = String(validating: line, as: UTF8.self) else {
      throw .badInput("wanted UTF-8")
    }
    let row = text.utf8.split(separator: 0x09, omittingEmptySubsequences: false).map(Substring.init)
    guard row.count == Self.columns else {
      throw .badInput("wanted \(Self.columns) columns, got \(row.count)")
    }
    guard let number = Int(row[0]), let id = Int(row[1]) else {
      throw .badInput("wanted two numbers first, got '\(row[0])' and '\(row[1])'")
    }
    if run?.id != id {
      endRun()
      run = GeoNamesPlace(id: id, country: Self.homes[Path(file).name.text])
    }
    let isColloquial = row[6] == "1"
    let isHistoric = row[7] == "1"
    if isColloquial || isHistoric { return }
    let rank = (row[4] == "1" ? 0 : 2) + (row[5] == "1" ? 1 : 0)
    run?.add(GeoNamesPlace.Name(text: String(row[3]), rank: rank, number: number), String(row[2]))
  }

  mutating func finish(_ overlay: inout Overlay) {
    endRun()
    for place in places.values { overlay.add(place.outcome) }
  }

  private mutating func endRun() {
    guard let place = run else { return }
    run = nil
    if places[place.id] != nil {
      places[place.id]?.add(place)
    } else if place.hasCyrillic {
      places[place.id] = place
    }
  }
}
