import Glibc
import WinnowIO

extension Spool {
  /// Moves a claimed file where its verdict says.
  ///
  /// A file put off stays claimed: `RetrySchedule` brings it back, and so does the next start. Back
  /// in the inbox it would ring at once, and round and round.
  ///
  /// - Returns: where a quarantined file lies now, relative to the quarantine.
  @discardableResult
  package func settle(_ claim: Claim, _ verdict: Verdict) throws(QueueError) -> Path? {
    switch verdict {
    case .stored(_, keeps: false):
      try wanting("delete it") { () throws(SystemError) in
        try claim.directory().remove(claim.name)
      }
      return nil
    case .stored(let digest, keeps: true):
      try wanting("move it to done") { () throws(SystemError) in try keep(claim, digest) }
      return nil
    case .later, .gone:
      return nil
    case .quarantined(let reason):
      return try Quarantine(self).admit(claim, reason)
    }
  }

  /// Moves a stored file to done, without waiting for the disk: after a power cut it is claimed
  /// again, and the ledger knows it.
  private func keep(_ claim: Claim, _ digest: String) throws(SystemError) {
    let source = try claim.directory()
    let target = try done.makeRoom(claim.path.parent).directory
    do throws(SystemError) {
      try source.move(claim.name, to: target, as: claim.name)
    } catch  where error.code == EEXIST {
      // The same mark means the same bytes, so that overwriting loses nothing.
      let other = FileName.marked(claim.name, String(digest.prefix(16)))
      try source.move(claim.name, to: target, as: other, replacing: true)
    }
  }
}
