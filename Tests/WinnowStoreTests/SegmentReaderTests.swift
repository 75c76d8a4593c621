import Glibc
import Testing
import WinnowIO
import WinnowRecord

@testable import WinnowStore

@Suite struct SegmentReaderTests {
  @Test(arguments: [SegmentFile.Form.active, .zstd])
  func linesOfAnyLengthComeOutWhole(_ form: SegmentFile.Form) throws {
    let place = try TemporaryStore()
    let lengths = [0, 1, 262_143, 262_144, 262_145, 600_000, 5, 0]
    let lines = lengths.enumerated().map {
      [UInt8](repeating: UInt8(0x41 + $0.offset), count: $0.element)
    }
    try place.write(lines.flatMap { $0 + [0x0A] } + Array("tail".utf8), to: "records.jsonl")
    if form == .zstd {
      _ = try SegmentPacker.pack(
        "records.jsonl",
        into: "records-000001.jsonl.zst",
        in: place.directory,
        unless: Guarded(false)
      )
    }
    let segment = SegmentFile(number: 1, form: form)
    for start in stride(from: 0, to: lines.count, by: 3) {
      let offset = lengths[..<start].reduce(0) { $0 + $1 + 1 }
      let reader = try SegmentReader(segment, in: place.directory, from: offset)
      var at = offset
      for line in lines[start...] {
        let found = try #require(try reader.next())
        #expect(found.offset == at && found.bytes.elementsEqual(line))
        at += line.count + 1
      }
      #expect(try reader.next() == nil)
      #expect(reader.tail.elementsEqual("tail".utf8) && reader.offset == at)
    }
  }

  @Test func memoryStaysFlat() throws {
    let place = try TemporaryStore(inMemory: true)
    let record = TestRecord(1, size: 4000).withNewline
    let file = try place.directory.open("records.jsonl", O_WRONLY | O_CREAT)
    for _ in 0..<20_000 { try file.writeAll(record, "records.jsonl") }
    _ = try SegmentPacker.pack(
      "records.jsonl",
      into: "records-000001.jsonl.zst",
      in: place.directory,
      unless: Guarded(false)
    )
    for form in [SegmentFile.Form.active, .zstd] {
      let before = try residentBytes()
      let reader = try SegmentReader(
        SegmentFile(number: 1, form: form),
        in: place.directory
      )
      var lines = 0
      while let line = try reader.next() { lines += line.bytes.isEmpty ? 0 : 1 }
      #expect(lines == 20_000)
      // Other tests run beside this one; the segment has 80 MB.
      #expect(try residentBytes() - before < 40_000_000)
    }
  }

  @Test func namesOfSegmentsAreReadStrictly() {
    #expect(SegmentFile(closed: "records-000012.jsonl")?.number == 12)
    #expect(SegmentFile(closed: "records-1000000.jsonl.zst")?.form == .zstd)
    for name: Path in [
      "records.jsonl", "records-12.jsonl", "records-000000.jsonl", "records-0000012.jsonl",
      "records-000012.jsonl.zst.tmp", "records-00001x.jsonl", "torn-records-000001.jsonl-5",
    ] {
      #expect(SegmentFile(closed: name) == nil)
    }
  }

  private func residentBytes() throws -> Int {
    let statm = try Directory(at: "/proc/self").read("statm", limit: 200)
    let fields = String(decoding: statm, as: UTF8.self).split(separator: " ")
    return (Int(fields[1]) ?? 0) * 4096
  }
}
