import Glibc
import WinnowIO
import WinnowPipeline

/// The user whom the store belongs to.
package enum StoreOwner {
  /// Becomes that user, if root runs the program: what root makes in the store or in the spool, the
  /// owner's daemon could not write.
  package static func become(_ root: Root) throws(ServiceError) {
    var owner = stat()
    let path = root.store
    do throws(SystemError) {
      guard geteuid() == 0, let directory = try? Directory(at: path) else { return }
      try checked("fstat", path) { fstat(directory.descriptor, &owner) }
      let (user, group) = (owner.st_uid, owner.st_gid)
      if user == 0 { return }
      if let known = getpwuid(user)?.pointee {
        try checked("initgroups", path) { initgroups(known.pw_name, known.pw_gid) }
        try checked("setgid", path) { setgid(known.pw_gid) }
      } else {
        try checked("setgroups", path) { setgroups(0, nil) }
        try checked("setgid", path) { setgid(group) }
      }
      try checked("setuid", path) { setuid(user) }
    } catch {
      throw .pipeline(.unreadable(error))
    }
  }
}
