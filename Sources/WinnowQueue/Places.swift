import Glibc
import WinnowIO

extension Directory {
  /// The directory at a path below this one; this one itself where the path is empty.
  func below(_ path: Path) throws(SystemError) -> Directory {
    path.isEmpty ? self : try directory(path)
  }

  /// The directory at a path below this one, made if it is missing.
  func makeBelow(_ path: Path, durable: Bool) throws(SystemError) -> Directory {
    path.isEmpty ? self : try makeDirectory(path, durable: durable)
  }

  /// The directory at a path below this one; where a file has a directory's name already, the
  /// directory gets another: a file settled must find its place, whatever lies there.
  ///
  /// - Returns: the directory, and its path from here.
  func makeRoom(_ path: Path) throws(SystemError) -> (directory: Directory, path: Path) {
    var current = self
    var made = Path(bytes: [])
    for name in path.names {
      var mark = 0
      while true {
        let free = mark == 0 ? name : FileName.marked(name, String(mark))
        do throws(SystemError) {
          current = try current.makeDirectory(free)
          made = made.appending(free)
          break
        } catch  where error.code == ENOTDIR || error.code == ELOOP {
          mark += 1
        }
      }
    }
    return (current, made)
  }

  /// Hands over what lies below this directory, at any depth, and then the directories themselves.
  ///
  /// - Parameter body: is given the directory, the path from here, and the entry; or, without an
  ///   entry, a directory that has been listed. Returns false to stop.
  /// - Throws: what the kernel said, or what the body throws.
  func forEachFile(
    _ body: (Directory, Path, DirectoryEntry?) throws(SystemError) -> Bool
  ) throws(SystemError) {
    var waiting = [Path(bytes: [])]
    var goesOn = true
    while goesOn, let path = waiting.popLast() {
      let directory = try below(path)
      try directory.forEachEntry { entry throws(SystemError) in
        let place = path.appending(entry.name)
        var kind = entry.kind
        if kind == nil { kind = try directory.status(entry.name)?.kind }
        if kind == .directory {
          waiting.append(place)
        } else if kind != nil {
          goesOn = try body(directory, place, entry)
        }
        return goesOn
      }
      if goesOn && !path.isEmpty { goesOn = try body(self, path, nil) }
    }
  }
}
