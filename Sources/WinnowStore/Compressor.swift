import Dispatch
import WinnowFormats
import WinnowIO

/// Compresses closed segments in the background, one at a time, when nothing else is to be done.
///
/// `@unchecked Sendable`: the directory is touched on `queue` only; the flag has its own guard.
final class Compressor: @unchecked Sendable {
  private let queue = DispatchQueue(label: "winnow.store.compress", qos: .background)
  private let directory: Directory
  private let compresses: Bool
  private let facts: Guarded<StoreFacts>
  private let isStopped = Guarded(false)

  init(
    _ directory: Directory,
    compresses: Bool,
    _ facts: Guarded<StoreFacts>
  ) {
    self.directory = directory
    self.compresses = compresses
    self.facts = facts
  }

  /// Looks for closed segments to compress, and for what a crash left half done.
  func sweep() {
    queue.async { [self] in
      trying { () throws(StoreError) in
        try removeHalves()
        let segments = try SegmentList(directory)
        for number in segments.twofold {
          trying { () throws(StoreError) in try finish(number) }
        }
        if !compresses { return }
        for segment in segments.closed where segment.form == .raw && !isStopped.use({ $0 }) {
          try compress(segment.number)
        }
      }
    }
  }

  /// What fails leaves the segment as it is, and is tried again by the next sweep.
  private func trying(_ body: () throws(StoreError) -> Void) {
    do throws(StoreError) {
      try body()
    } catch {
      facts.use { $0.lastError = error.description }
    }
  }

  /// Removes what a crash or a full disk left of a compressed segment.
  private func removeHalves() throws(StoreError) {
    try wanting("remove half a compressed segment") { () throws(SystemError) in
      try directory.forEachEntry { entry throws(SystemError) in
        let name = entry.name.text
        if name.hasPrefix("records-"), name.hasSuffix(".jsonl.zst.tmp") {
          try directory.remove(entry.name)
        }
        return true
      }
    }
  }

  /// Waits until nothing is being compressed any more; what is half done is given up.
  func stop() {
    isStopped.use { $0 = true }
    queue.sync {}
  }

  private func compress(_ number: Int) throws(StoreError) {
    let raw = SegmentFile(number: number, form: .raw)
    let packed = SegmentFile(number: number, form: .zstd)
    let temporary = Path(packed.name.text + ".tmp")
    let isWhole: Bool
    do throws(StoreError) {
      let isDone = try SegmentPacker.pack(
        raw.name,
        into: temporary,
        in: directory,
        unless: isStopped
      )
      isWhole = isDone ? try isSame(raw.name, temporary) : false
    } catch {
      // It takes room on a disk that may be full.
      try? directory.remove(temporary)
      throw error
    }
    if !isWhole {
      return try wanting("give up compressing") { () throws(SystemError) in
        try directory.remove(temporary)
      }
    }
    try wanting("replace the segment by its compressed form") { () throws(SystemError) in
      try directory.move(temporary, to: directory, as: packed.name)
      try directory.sync()
      try directory.remove(raw.name)
    }
  }

  /// A crash came between the last two steps, or somebody unpacked a segment.
  private func finish(_ number: Int) throws(StoreError) {
    let raw = SegmentFile(number: number, form: .raw).name
    let packed = SegmentFile(number: number, form: .zstd).name
    let isSame = try isSame(raw, packed)
    if isStopped.use({ $0 }) { return }
    guard isSame else {
      throw .damaged(
        directory.path.appending(packed),
        reason: "\(raw) beside it has other bytes"
      )
    }
    try wanting("remove the raw form of a compressed segment") { () throws(SystemError) in
      try directory.remove(raw)
    }
  }

  private func isSame(_ raw: Path, _ packed: Path) throws(StoreError) -> Bool {
    let wanted = "compare a segment with its compressed form"
    let rawFile = try wanting(wanted) { () throws(SystemError) in try directory.open(raw) }
    let packedFile = try wanting(wanted) { () throws(SystemError) in try directory.open(packed) }
    let one = try RawBytes(rawFile, directory.path.appending(raw), from: 0)
    let path = directory.path.appending(packed)
    let bytes = FileBytes(packedFile, path)
    let other = try unpacking { () throws(FormatError) in try ZstdBytes(bytes, path) }
    var left = [UInt8](repeating: 0, count: 1 << 17)
    var right = left
    while true {
      if isStopped.use({ $0 }) { return false }
      let count = try fill(&left, from: one)
      do throws(StoreError) {
        if try fill(&right, from: other) != count { return false }
      } catch {
        guard case .damaged = error else { throw error }
        return false
      }
      if count == 0 { return true }
      if left[..<count] != right[..<count] { return false }
    }
  }

  private func fill(
    _ buffer: inout [UInt8],
    from source: any ByteSource
  ) throws(StoreError) -> Int {
    try unpacking { () throws(FormatError) in
      try buffer.withUnsafeMutableBufferPointer { bytes throws(FormatError) in
        var count = 0
        while count < bytes.count {
          let rest = UnsafeMutableBufferPointer(rebasing: bytes[count...])
          let got = try source.read(into: rest)
          if got == 0 { break }
          count += got
        }
        return count
      }
    }
  }
}
