import Foundation
import Testing

@testable import WinnowBenchmarks

@Suite struct SamplesTests {
  @Test("The samples in the checkout are what they are called")
  func shipped() throws {
    let sizes = try Samples.Kind.allCases.reduce(into: [:]) { sizes, kind in
      sizes[kind] = try Samples(kind, checkout: Checkout.url).documents.map(\.count)
    }
    #expect(sizes[.articles]?.allSatisfy { (2000...8500).contains($0) } == true)
    #expect(sizes[.small]?.allSatisfy { (1...500).contains($0) } == true)
    #expect(sizes[.names]?.count == 16)
    #expect(sizes[.cyrillic]?.count == 12)
    #expect(sizes[.book]?.count == 1)
    #expect(sizes[.book]?.first ?? 0 >= 5_000_000)
  }

  @Test("Small texts are the lines of the articles, none lost but the long ones")
  func small() throws {
    func lines(_ kind: Samples.Kind) throws -> [[UInt8].SubSequence] {
      try Samples(kind, checkout: Checkout.url).documents
        .flatMap { $0.split(separator: UInt8(ascii: "\n")) }
    }
    let all = try lines(.articles)
    #expect(try lines(.small) == all.filter { $0.count < 500 })
    #expect(all.count > 500)
  }

  @Test("No paragraph of the book comes twice")
  func book() throws {
    let book = try Samples(.book, checkout: Checkout.url).documents[0]
    let lines = book.split(separator: UInt8(ascii: "\n"))
    #expect(Set(lines).count == lines.count)
  }

  @Test("A folder's text files are taken in the order of their names")
  func folder() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in [("b.txt", "second"), ("a.txt", "first"), ("c.lab", "no text")] {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let documents = try Samples(folder: folder.path).documents
    #expect(documents.map { String(decoding: $0, as: UTF8.self) } == ["first", "second"])
  }
}
