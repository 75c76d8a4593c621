import WinnowIO
import WinnowPipeline
import WinnowRecord
import WinnowStore

/// Reads a whole store and tells what is wrong with it.
package struct Verification {
  private let directory: Directory
  private let allowsDuplicates: Bool

  package init(_ configuration: Configuration) throws(ServiceError) {
    allowsDuplicates = configuration.settings.duplicates == .append
    do throws(SystemError) {
      directory = try Directory(at: configuration.root.store)
    } catch {
      throw .unreadable(error)
    }
  }

  /// Builds the ledger anew from the segments.
  package func repair() throws(ServiceError) {
    do throws(StoreError) {
      _ = try Store.rebuildLedger(directory)
    } catch {
      throw .store(error)
    }
  }

  /// Checks every line: its seal, that its document is stored once, that it restores to its id, and
  /// that the ledger knows it.
  ///
  /// Each finding is told as a line, and every now and then how many records have been read.
  package func run(
    found: @escaping (String) -> Void,
    progress: @escaping (Int) -> Void
  ) throws(ServiceError) -> (isSound: Bool, summary: String) {
    var count = 0
    var verifier = Verifier(directory, allowsDuplicates: allowsDuplicates) { finding in
      let weight = finding.weight == .note ? " (note)" : ""
      found("\(finding.file): byte \(finding.offset): \(finding.sentence)\(weight)")
    }
    do throws(StoreError) {
      let report = try verifier.run { line, _ in
        count += 1
        if count.isMultiple(of: 256) { progress(count) }
        do throws(RecordError) {
          _ = try Restorer.restore(line.bytes)
          return nil
        } catch {
          return error.description
        }
      }
      let counts = "\(report.records) records in \(report.segments) segments"
      return (report.problems == 0, "\(counts), \(report.problems) problems")
    } catch {
      throw .store(error)
    }
  }
}
