import Dispatch
import Glibc
import WinnowIO

/// The files set aside, each with its reason beside it, until a person sends them back.
package struct Quarantine: Sendable {
  /// One file set aside.
  package struct Entry: Equatable, Sendable {
    /// Where it lies, relative to the quarantine.
    package let path: Path
    /// Where it lay in the inbox.
    package let original: Path
    package let reason: QuarantineReason
    /// RFC 3339; nil where its reason file is gone or does not say.
    package let when: String?
  }

  /// Two workers must not choose the same name.
  private static let desk = DispatchQueue(label: "winnow.quarantine")

  private let spool: Spool

  package init(_ spool: Spool) { self.spool = spool }

  /// Hands over what is set aside, one at a time.
  ///
  /// - Parameter body: returns false to stop.
  /// - Throws: what the kernel said, or what the body throws.
  package func forEach(_ body: (Entry) throws(QueueError) -> Bool) throws(QueueError) {
    var failure: QueueError?
    try wanting("list it") { () throws(SystemError) in
      try spool.quarantine.forEachFile { directory, path, entry throws(SystemError) in
        guard let entry, entry.kind != .directory, !ReasonFile.isOne(entry.name),
          !entry.name.bytes.starts(with: Directory.temporaryPrefix)
        else { return true }
        do throws(QueueError) {
          return try body(Self.entry(path, in: directory))
        } catch {
          failure = error
          return false
        }
      }
    }
    if let failure { throw failure }
  }

  /// Moves one file back to where it lay in the inbox, under a numbered name if its own is taken.
  ///
  /// - Returns: its path in the inbox; nil where no such file is set aside.
  package func retry(_ path: Path) throws(QueueError) -> Path? {
    guard path.staysBelow, !ReasonFile.isOne(path.name) else { return nil }
    return try wanting("send it back") { () throws(SystemError) in
      let source: Directory
      do throws(SystemError) {
        source = try spool.quarantine.below(path.parent)
      } catch  where error.code == ENOENT || error.code == ENOTDIR {
        return nil
      }
      guard let kind = try source.status(path.name)?.kind, kind != .directory else { return nil }
      return try sendBack(Self.entry(path, in: source), from: source)
    }
  }

  /// Moves every file back, and tells where each is in the inbox.
  package func retryAll(_ told: (Entry, Path) -> Void) throws(QueueError) {
    try forEach { entry throws(QueueError) in
      if let path = try retry(entry.path) { told(entry, path) }
      return true
    }
  }

  /// Removes what a crash has left: half reason files, and reasons whose file was never set aside, or
  /// is in the inbox again.
  package func tidy() throws(QueueError) {
    try wanting("tidy it") { () throws(SystemError) in
      try spool.quarantine.forEachFile { directory, path, entry throws(SystemError) in
        guard let name = entry?.name else { return true }
        if name.bytes.starts(with: Directory.temporaryPrefix) {
          try directory.remove(name)
        } else if ReasonFile.isOne(name), try directory.status(ReasonFile.file(of: name)) == nil,
          // What nobody but winnow writes, and so nobody's document.
          Self.entry(ReasonFile.file(of: path), in: directory).when != nil
        {
          try directory.remove(name)
        }
        return true
      }
    }
  }

  /// Sets a claimed file aside: first the reason, on the disk, then the file.
  func admit(_ claim: Claim, _ reason: QuarantineReason) throws(QueueError) -> Path {
    let file = ReasonFile(reason: reason, when: WallTime.text(), original: claim.path)
    let answer: Result<Path, SystemError> = Self.desk.sync {
      do throws(SystemError) {
        return .success(try place(claim, file))
      } catch {
        return .failure(error)
      }
    }
    return try wanting("quarantine it") { () throws(SystemError) in try answer.get() }
  }

  private func place(_ claim: Claim, _ file: ReasonFile) throws(SystemError) -> Path {
    let source = try claim.directory()
    let (target, path) = try spool.quarantine.makeRoom(claim.path.parent)
    var mark = 0
    while true {
      let name = Self.name(for: claim.name, mark)
      mark += 1
      let reasonName = ReasonFile.name(for: name)
      // A reason without its file is what a crash left behind.
      if try target.status(name) != nil { continue }
      if try target.status(reasonName)?.kind == .directory { continue }
      try target.replace(reasonName, with: file.bytes, durable: true)
      do throws(SystemError) {
        try source.move(claim.name, to: target, as: name)
        return path.appending(name)
      } catch {
        try? target.remove(reasonName)
        if error.code != EEXIST { throw error }
      }
    }
  }

  /// The name under which a file is set aside: short enough for `.reason` to follow, and never one
  /// that a reason file could have.
  private static func name(for name: Path, _ mark: Int) -> Path {
    let plain = ReasonFile.isOne(name) ? Path(bytes: name.bytes + Array(".file".utf8)) : name
    let longest = FileName.longest - ReasonFile.ending.count
    return mark == 0
      ? FileName.shortened(plain, to: longest)
      : FileName.marked(plain, String(mark), longest: longest)
  }

  private static func entry(_ path: Path, in directory: Directory) -> Entry {
    let name = ReasonFile.name(for: path.name)
    let bytes = (try? directory.read(name, limit: ReasonFile.longest)) ?? []
    let file = ReasonFile(bytes: bytes)
    return Entry(
      path: path,
      original: file.original ?? path,
      reason: file.reason,
      when: file.when
    )
  }

  private func sendBack(_ entry: Entry, from source: Directory) throws(SystemError) -> Path {
    let (target, path) = try Directory(making: spool.inbox).makeRoom(entry.original.parent)
    var mark = 0
    while true {
      let own = entry.original.name
      let name = mark == 0 ? own : FileName.marked(own, String(mark))
      mark += 1
      do throws(SystemError) {
        try source.moveAnywhere(entry.path.name, to: target, as: name)
      } catch  where error.code == EEXIST {
        continue
      }
      // The reason may be gone already; the file is where it should be.
      try? source.remove(ReasonFile.name(for: entry.path.name))
      return path.appending(name)
    }
  }
}
