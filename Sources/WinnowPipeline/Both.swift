import Dispatch
import WinnowIO

/// Does two things at the same time, the second here; of two errors the first one's is thrown.
func both<First: Sendable, Second: Sendable, Failure: Error>(
  _ first: @escaping @Sendable () throws(Failure) -> First,
  and second: () throws(Failure) -> Second
) throws(Failure) -> (First, Second) {
  let result = Guarded<Result<First, Failure>?>(nil)
  let group = DispatchGroup()
  DispatchQueue.global().async(group: group) {
    let first = Result(catching: first)
    result.use { $0 = first }
  }
  let other = Result(catching: second)
  group.wait()
  guard let one = result.use({ $0 }) else {
    // Can't be: the group has waited for it.
    fatalError("one of two things was not done")
  }
  return (try one.get(), try other.get())
}
