import Foundation
import Testing
import WinnowIO

@testable import WinnowService

@Suite struct SuspectsTests {
  @Test(
    "A file that ends the program is known by it, whatever else is worked on and however it is named"
  )
  func times() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "winnow-suspects-\(UUID().uuidString)")
    let directory = try Directory(making: Path(folder.path))
    defer { try? FileManager.default.removeItem(at: folder) }
    let poison = Path(bytes: Array("site/a b\n".utf8) + [0xFF])
    for times in 0..<4 {
      var suspects = Suspects(directory)
      #expect(suspects.begin("first.txt") == 0)
      suspects.clear("first.txt")
      #expect(suspects.begin(poison) == times)
    }
    var suspects = Suspects(directory)
    #expect(suspects.begin("other.txt") == 0)
    suspects.clear("other.txt")
    suspects.end()
    #expect(try directory.status("suspects") == nil)
  }
}
