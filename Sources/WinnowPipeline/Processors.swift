import Glibc

/// What the machine has to work with.
enum Processors {
  /// Cores that this process may use.
  static var online: Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }
}
