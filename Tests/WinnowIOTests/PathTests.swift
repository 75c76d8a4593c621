import Testing
import WinnowIO

@Suite struct PathTests {
  @Test("A path is taken apart at its slashes")
  func parts() {
    let path: Path = "/var/spool/a.txt"
    #expect(path.names == ["var", "spool", "a.txt"])
    #expect(path.name == "a.txt")
    #expect(path.parent == "/var/spool")
    #expect(Path("a").parent.isEmpty)
    #expect(Path("/a").parent == "/")
  }

  @Test("An appended name goes below; an absolute one stands alone")
  func appending() {
    #expect(Path("/a").appending("b") == "/a/b")
    #expect(Path("/").appending("b") == "/b")
    #expect(Path("/a").appending("/b") == "/b")
    #expect(Path(bytes: []).appending("b") == "b")
  }

  @Test("A message shows any name on one line")
  func description() {
    #expect("\(Path("a\nb"))" == #"a\nb"#)
    #expect("\(Path("a\u{9B}31mb"))" == #"a\u{009B}31mb"#)
    #expect(Path(bytes: [0x61, 0xFF]).text == "a\u{FFFD}")
  }
}
