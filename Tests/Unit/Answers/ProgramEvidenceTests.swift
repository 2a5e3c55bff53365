import Answers
import Bytes
import Kernel
import Launch
import Testing

/// Where the program is looked for, on a machine that is made up.
@Suite struct ProgramEvidenceTests {
  private static let program = FileLook(mode: 0o100755)

  private func evidence(_ name: ByteString, _ source: FixtureSource) -> ProgramEvidence? {
    var evidence = Evidence()
    evidence.gather(about: Trouble(.launch(.execute(name, .noEntry))), from: source)
    return evidence.program
  }

  @Test func theFirstOneAlongPATHCounts() {
    var source = FixtureSource()
    source.variables["PATH"] = "/a::/b"
    for path: ByteString in ["tool", "/b/tool", "/usr/bin/tool"] {
      source.looks[path] = Self.program
    }
    #expect(evidence("tool", source)?.chain.map(\.path) == ["tool"])
    source.looks["tool"] = nil
    #expect(evidence("tool", source)?.chain.map(\.path) == ["/b/tool"])
    source.variables["PATH"] = "/a"
    #expect(evidence("tool", source)?.chain.isEmpty == true)
    #expect(evidence("tool", source)?.elsewhere == "/usr/bin/tool")
    #expect(evidence("/a/tool", source)?.elsewhere == nil)
    // Without PATH there are folders too.
    source.variables["PATH"] = nil
    #expect(evidence("tool", source)?.chain.map(\.path) == ["/usr/bin/tool"])
  }

  /// What was not looked at may be where it is.
  @Test func moreFoldersThanAreLookedAt() {
    var source = FixtureSource()
    source.looks["/usr/bin/tool"] = Self.program
    func elsewhere(_ count: Int) -> ByteString? {
      let folders = (0..<count).map { "/f\($0)" }.joined(separator: ":")
      source.variables["PATH"] = ByteString(folders.utf8)
      return evidence("tool", source)?.elsewhere
    }
    #expect(elsewhere(63) == "/usr/bin/tool")
    #expect(elsewhere(64) == nil)
    #expect(elsewhere(65) == nil)
  }

  @Test func theFirstWordOfAPath() {
    var source = FixtureSource()
    source.looks["/opt/My"] = Self.program
    #expect(evidence("/opt/My Prog/run", source)?.firstWord == .known(Self.program))
    #expect(evidence("/opt/My", source)?.firstWord == .unknown)
    #expect(evidence("My Prog/run", source)?.firstWord == .unknown)
  }

  /// `#!` and nothing behind it: the present directory is no interpreter.
  @Test func anEmptyInterpreterIsNone() {
    var source = FixtureSource()
    source.looks["/a"] = Self.program
    source.looks[""] = FileLook(mode: 0o040755)
    source.files["/a"] = "#! \n"
    #expect(evidence("/a", source)?.chain.map(\.path) == ["/a"])
  }

  /// Interpreters that name each other in a circle.
  @Test func aChainEnds() {
    var source = FixtureSource()
    source.looks["/a"] = Self.program
    source.looks["/b"] = Self.program
    source.files["/a"] = "#!/b"
    source.files["/b"] = "#! /a -x\n"
    #expect(evidence("/a", source)?.chain.map(\.path) == ["/a", "/b", "/a", "/b"])
    source.looks["/b"] = nil
    #expect(evidence("/a", source)?.chain.map(\.path) == ["/a", "/b"])
  }

  @Test func nothingIsAskedOfOtherFailures() {
    let trouble = Trouble(.launch(.unshare(.notPermitted)))
    var evidence = Evidence()
    evidence.gather(about: trouble, from: FixtureSource())
    #expect(evidence.program == nil)
  }
}
