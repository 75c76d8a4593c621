import CLinux

/// Keeps the allocator from holding on to memory that was given back to it.
package enum FreedMemory {
  /// Call it before there are many threads.
  ///
  /// Left to itself glibc makes eight arenas a core and, once a big buffer was freed, keeps megabytes in
  /// each: a daemon that needs 50 MB grew by 4 MB with every 30,000 files (mallopt(3)).
  package static func giveBack(arenas: Int) { winnow_give_memory_back(CInt(arenas)) }
}
