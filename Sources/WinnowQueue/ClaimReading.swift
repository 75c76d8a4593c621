import Glibc
import WinnowIO

extension Claim {
  /// Reads the whole file, and makes sure that it is what was written, no more and no less.
  ///
  /// - Throws: the verdict on a file that can't be read now, or never.
  package func read(maxBytes: Int) throws(Verdict) -> [UInt8] {
    let directory: Directory
    do throws(SystemError) { directory = try self.directory() } catch { throw .on(error) }
    return try directory.document(name, maxBytes: maxBytes)
  }
}

extension Directory {
  /// Reads a whole file as above, wherever it lies.
  func document(_ name: Path, maxBytes: Int) throws(Verdict) -> [UInt8] {
    let answer: Result<[UInt8], Verdict>
    do throws(SystemError) {
      answer = try read(name, maxBytes: maxBytes)
    } catch {
      throw .on(error)
    }
    return try answer.get()
  }

  private func read(
    _ name: Path,
    maxBytes: Int
  ) throws(SystemError) -> Result<[UInt8], Verdict> {
    let place = path.appending(name)
    // Looked at first, because opening a fifo or a device can have consequences.
    if let kind = try status(name)?.kind, kind != .regular { return .failure(.irregular) }
    let file = try open(name)
    let before = try file.status(place)
    guard before.kind == .regular else { return .failure(.irregular) }
    if before.size > maxBytes {
      let detail = "\(before.size) bytes, at most \(maxBytes) wanted"
      return .failure(.quarantined(QuarantineReason("too large", detail: detail)))
    }
    if file.hasWriter() == true { return .failure(.later("somebody is writing to it")) }
    let bytes = try file.readAll(limit: maxBytes + 1, expected: before.size, place)
    guard try file.status(place) == before, bytes.count == before.size else {
      return .failure(.later("it changed while it was read"))
    }
    return .success(bytes)
  }
}

extension Verdict {
  static func on(_ error: SystemError) -> Verdict {
    switch error.code {
    case EACCES, EPERM: .quarantined(QuarantineReason("unreadable", error))
    case EIO, EUCLEAN, EOVERFLOW: .quarantined(QuarantineReason("read error", error))
    case ELOOP, ENXIO, ENODEV: .irregular
    case ENOENT: .gone
    // EMFILE, ENFILE, ENOMEM, ESTALE and the like: the file is not to blame.
    default: .later(error.description)
    }
  }

  fileprivate static let irregular = Verdict.quarantined(
    QuarantineReason("not a regular file", detail: "a link, fifo, socket, device or directory")
  )
}
