import Foundation

private let subject: Subject = {
  let name = ProcessInfo.processInfo.environment["WINNOW_FUZZ_SUBJECT"] ?? ""
  guard let subject = Subject(rawValue: name) else {
    fatalError(
      "WINNOW_FUZZ_SUBJECT wants one of \(Subject.allCases.map(\.rawValue)), got '\(name)'"
    )
  }
  return subject
}()

/// Gives the subject bytes that libFuzzer made up; whatever must hold and doesn't is a crash, and so
/// is a run that takes a second of the processor, however busy the machine is.
///
/// `main` is libFuzzer's own, which comes with the compiler (`-sanitize=fuzzer`), and so are the
/// arguments. Rules, model and names are read from `etc/winnow` of the directory it is started in.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let before = clock()
  subject.test(Array(UnsafeBufferPointer(start: start, count: count)))
  precondition(clock() - before < CLOCKS_PER_SEC, "more than a second of the processor")
  return 0
}

/// Reads what ships before the clock of the first test starts.
@_cdecl("LLVMFuzzerInitialize")
public func start(_ count: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?) -> CInt
{
  subject.test([])
  return 0
}
