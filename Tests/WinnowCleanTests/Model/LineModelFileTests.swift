import Testing
import WinnowText

@testable import WinnowClean

@Suite struct LineModelFileTests {
  private static let model = SmallModel.model(
    [.first: SmallModel.first, .words: SmallModel.words("home", weight: 2.5)],
    trees: SmallModel.trees
  )
  private static let file = model.bytes()

  private func refusal(_ bytes: [UInt8]) -> String {
    do {
      _ = try LineModel(reading: bytes)
      return ""
    } catch {
      return error.description
    }
  }

  @Test("A model that is written and read is the same, and so is its file")
  func roundTrip() throws {
    let read = try LineModel(reading: Self.file)
    #expect(read.stops == Self.model.stops)
    #expect(read.trees == Self.model.trees)
    #expect(read.thresholds == Self.model.thresholds)
    #expect(read.passes[.first] == Self.model.passes[.first])
    #expect(read.bytes() == Self.file)
    let scores = try LineScorer(read).score(SmallModel.page)
    #expect(scores.logOdds == (try LineScorer(Self.model).score(SmallModel.page)).logOdds)
  }

  @Test("A file that is no model, cut off or damaged is refused with a sentence")
  func damage() {
    #expect(refusal([]).contains("begins with 'winnow-lines 1'"))
    #expect(refusal(Array("winnow-lines 2\n".utf8)).contains("got another file"))
    #expect(refusal(Array("winnow-lines 1\n".utf8)) == "is cut off after 15 bytes")
    for place in [20, 40, 700, Self.file.count / 2, Self.file.count - 1] {
      var damaged = Self.file
      damaged[place] ^= 0x40
      #expect(refusal(damaged).hasPrefix("is damaged"), "at byte \(place)")
      let cut = refusal(Array(Self.file[..<place]))
      #expect(cut == "is cut off after \(place) bytes" || cut.hasPrefix("is damaged"))
    }
  }

  @Test("Parts that do not fit each other are refused, whatever the checksum says")
  func dimensions() {
    let changes: [(String, (inout LineModel) -> Void)] = [
      ("lacks its first pass", { $0.passes[.first] = nil }),
      ("a column 'wrods'", { $0.passes[.first]?.inputs[0] = "wrods" }),
      ("a column 'second.z'", { $0.trees?.inputs[0] = "second.z" }),
      ("deviations above zero", { $0.passes[.first]?.deviation[0] = 0 }),
      ("wants finite numbers, got nan", { $0.passes[.first]?.bias = .nan }),
      ("other hashed features", { $0.passes[.words]?.hashedInput = .surroundings }),
      ("tree 0 has a branch", { $0.trees?.trees[0].nodes[2].left = 2 }),
      ("at node 0", { $0.trees?.trees[0].nodes[0].right = 5 }),
      ("at node 0", { $0.trees?.trees[0].nodes[0].feature = 2 }),
      ("tree 1 is empty", { $0.trees?.trees[1].nodes = [] }),
    ]
    for (phrase, change) in changes {
      var model = Self.model
      change(&model)
      let said = refusal(model.bytes())
      #expect(said.contains(phrase), "'\(said)' does not say '\(phrase)'")
    }
  }
}
