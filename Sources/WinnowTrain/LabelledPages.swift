import Foundation

/// Why labelled pages can't be read.
struct PagesError: Error, Equatable, CustomStringConvertible {
  let description: String
}

/// Reads folders of labelled pages.
///
/// A folder has `pages.jsonl` (id, site and language of each page), for each page `ID.gold.txt`,
/// and for each tier `ID.TIER.txt` with `ID.TIER.lab`, a letter for each line.
enum LabelledPages {
  private struct Description: Decodable {
    let id: String
    let site: String
    let language: String?
  }

  /// Every tier of every page of a folder that has text, in order of id and tier.
  static func read(folder: String) throws -> [LabelledPage] {
    let folder = URL(filePath: folder)
    var pages: [LabelledPage] = []
    var descriptions: [String: Description] = [:]
    let list = try bytes(folder.appending(path: "pages.jsonl"))
    for (number, line) in list.split(separator: 0x0A).enumerated() {
      do {
        let page = try JSONDecoder().decode(Description.self, from: Data(line))
        descriptions[page.id] = page
      } catch {
        let path = folder.appending(path: "pages.jsonl").path
        throw PagesError(description: "\(path):\(number + 1): wanted an id and a site: \(error)")
      }
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    for name in names where name.hasSuffix(".lab") {
      let parts = name.split(separator: ".").map(String.init)
      guard parts.count == 3, let about = descriptions[parts[0]] else {
        let path = folder.appending(path: name).path
        throw PagesError(description: "\(path): wanted ID.TIER.lab with an ID of pages.jsonl")
      }
      let page = LabelledPage(
        set: folder.lastPathComponent,
        id: about.id,
        tier: parts[1],
        site: about.site,
        language: about.language ?? "?",
        text: withPlainNewlines(try bytes(folder.appending(path: "\(parts[0]).\(parts[1]).txt"))),
        labels: trimmed(try bytes(folder.appending(path: name))),
        gold: try bytes(folder.appending(path: "\(parts[0]).gold.txt"))
      )
      if !page.truth.lines.isEmpty { pages.append(page) }
    }
    return pages
  }

  private static func bytes(_ file: URL) throws -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: file))
    } catch {
      throw PagesError(description: "\(file.path): can't be read: \(error.localizedDescription)")
    }
  }

  /// The labels were made, and are judged, of text whose newlines Python had made one kind.
  private static func withPlainNewlines(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0x0D) else { return text }
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    for (at, byte) in text.enumerated() {
      if byte != 0x0D {
        plain.append(byte)
      } else if at + 1 == text.count || text[at + 1] != 0x0A {
        plain.append(0x0A)
      }
    }
    return plain
  }

  private static func trimmed(_ labels: [UInt8]) -> [UInt8] {
    var labels = labels[...]
    while labels.first == 0x0A { labels.removeFirst() }
    while labels.last == 0x0A { labels.removeLast() }
    return Array(labels)
  }
}
