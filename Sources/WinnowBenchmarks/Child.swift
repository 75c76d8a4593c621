import Foundation
import Glibc

/// Another program that has run to its end.
struct Child {
  let output: Data
  let status: CInt
  /// User and system time.
  let cpu: Double
  let wall: Double
  /// The most memory it held, in bytes; never less than this process held when it started it.
  let peak: Int

  /// Runs a program that is looked for in PATH, with standard input from a file or /dev/null.
  init(_ words: [String], input: String = "/dev/null") throws {
    let pipe = Pipe()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, pipe.fileHandleForWriting.fileDescriptor, 1)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    var arguments = words.map { strdup($0) } + [nil]
    var environment = [strdup("PATH=\(path)"), strdup("LC_ALL=C.UTF-8"), nil]
    defer { for text in arguments + environment { free(text) } }
    let start = CPUTime.wall
    var pid = pid_t()
    let failure = posix_spawnp(&pid, words[0], &actions, nil, &arguments, &environment)
    try pipe.fileHandleForWriting.close()
    guard failure == 0 else { throw BenchmarkError("\(words[0]): errno \(failure)") }
    output = pipe.fileHandleForReading.readDataToEndOfFile()
    var status: CInt = 0
    var usage = rusage()
    while wait4(pid, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw BenchmarkError("wait4: errno \(errno)") }
    }
    self.status = status >> 8 & 0xFF
    wall = CPUTime.wall - start
    cpu = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
    peak = usage.ru_maxrss * 1024
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }

  /// Whether a program can be found.
  static func exists(_ program: String) -> Bool {
    (try? Child([program, "--version"]))?.status == 0
  }
}

/// Why nothing could be measured.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
