import Glibc
import WinnowIO

/// The inotify descriptors of this process, as /proc/self/fd shows them.
///
/// The library keeps its descriptor to itself: comparing this set from before and after the library
/// starts finds it.
func inotifyDescriptors() throws(SystemError) -> Set<CInt> {
  let folder = try Directory(at: "/proc/self/fd")
  var found: Set<CInt> = []
  try folder.forEachEntry { entry throws(SystemError) in
    var target = [CChar](repeating: 0, count: 64)
    let length = try entry.name.withCString { name throws(SystemError) in
      readlinkat(folder.descriptor, name, &target, target.count)
    }
    let text = target.prefix(max(0, length)).map { UInt8(bitPattern: $0) }
    if text == Array("anon_inode:inotify".utf8), let number = CInt(entry.name.text) {
      found.insert(number)
    }
    return true
  }
  return found
}
