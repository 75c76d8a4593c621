import Foundation
import Testing

@testable import WinnowTrain

@Suite struct LabelledPagesTests {
  private static func folder(_ files: [String: String]) throws -> URL {
    let folder = URL.temporaryDirectory.appending(path: "pages-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    return folder
  }

  @Test("Reads every tier of every page, its site and its language")
  func tiers() throws {
    let folder = try Self.folder([
      "pages.jsonl": """
      {"id": "1", "site": "a.org", "language": "el", "titles": []}
      {"id": "2", "site": "b.org", "language": null, "titles": ["T"]}

      """,
      "1.gold.txt": "Some words.",
      "1.raw.txt": "Menu\r\nSome words.\rEnd\n", "1.raw.lab": "BCB\n",
      "1.nolink.txt": "Some words.\n", "1.nolink.lab": "C",
      "2.gold.txt": "", "2.raw.txt": "Menu", "2.raw.lab": "B",
      "2.light.txt": " \n", "2.light.lab": "B",
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let pages = try LabelledPages.read(folder: folder.path)
    #expect(pages.map(\.id) == ["1", "1", "2"])
    #expect(pages.map(\.tier) == ["nolink", "raw", "raw"])
    #expect(pages.map(\.site) == ["a.org", "a.org", "b.org"])
    #expect(pages.map(\.language) == ["el", "el", "?"])
    #expect(pages.allSatisfy { $0.set == folder.lastPathComponent })
    #expect(pages[1].truth.lines.map(\.label) == Array("BCB".utf8))
  }

  @Test("Says which file is wrong")
  func errors() throws {
    let empty = try Self.folder([:])
    let broken = try Self.folder(["pages.jsonl": "{\"id\": \"1\", \"site\": \"a\"}\n{\"id\": 2}\n"])
    let stray = try Self.folder(["pages.jsonl": "", "7.raw.lab": "B"])
    let bare = try Self.folder([
      "pages.jsonl": "{\"id\": \"1\", \"site\": \"a\"}", "1.raw.lab": "B",
    ])
    defer {
      for folder in [empty, broken, stray, bare] { try? FileManager.default.removeItem(at: folder) }
    }
    for (folder, wanted) in [
      (empty, "pages.jsonl: can't be read"), (broken, "pages.jsonl:2: wanted an id and a site"),
      (stray, "7.raw.lab: wanted ID.TIER.lab"), (bare, "1.raw.txt: can't be read"),
    ] {
      let error = #expect(throws: PagesError.self) {
        try LabelledPages.read(folder: folder.path)
      }
      #expect(error?.description.contains(wanted) ?? false)
    }
  }
}
