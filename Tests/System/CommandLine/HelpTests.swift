import Harness
import Testing

/// What programs cut out of the help, and its frame.
@Suite(.enabled(if: canSandbox, needsRoot)) struct HelpTests {
  private var lines: [Substring] {
    Place.run("unshare --help").stdoutText.split(
      separator: "\n", omittingEmptySubsequences: false)
  }

  @Test func frame() {
    #expect(
      lines.prefix(4) == ["", "Usage:", " unshare [options] [<program> [<argument>...]]", ""])
    #expect(lines[6] == "Options:")
    #expect(lines.suffix(2) == ["For more details see unshare(1).", ""])
    // With the extensions and the empty line before them taken out it has the original's length.
    let extensions = lines.firstIndex { $0.hasPrefix("Extensions of unyoke ") } ?? 0
    #expect(extensions + 1 == 53)
  }

  @Test func descriptionsStartInColumn28() {
    for line in lines where line.hasPrefix(" -") && line.utf8.count > 27 {
      let bytes = Array(line.utf8)
      let isLongName =
        line.contains("--propagation") || line.contains("--map-users")
        || line.contains("--map-groups")
      if isLongName { continue }
      #expect(bytes[26] == UInt8(ascii: " ") && bytes[27] != UInt8(ascii: " "), "\(line)")
    }
  }

  /// On a terminal there is one more line, and nowhere else a byte.
  @Test func suggestion() {
    let words = "--no-new-prvis true"
    let original = "unrecognized option '--no-new-prvis'\nTry 'X --help' for more information.\n"
    for program in ["unshare", "nsenter"] {
      let line = "\(program): did you mean '--no-new-privs'?\n"
      let said = "\(program): \(original)".replacing("X", with: program)
      let onTerminal = Place.run("script -qec '\(program) \(words)' /dev/null </dev/null")
      #expect(onTerminal.ending == .exited(1))
      #expect(onTerminal.stdoutText.replacing("\r\n", with: "\n") == said + line)
      // Where only stdout is one, nobody reads it there.
      let redirected = Place.run(
        "script -qec '\(program) \(words) 2>e' /dev/null </dev/null; cat e; \(program) \(words)")
      #expect(redirected.stdoutText == said)
      #expect(redirected.stderrText == said)
    }
    #expect(
      Place.run("script -qec 'nsls --discovr=all' /dev/null </dev/null").stdoutText
        .hasSuffix("nsls: did you mean '--discover'?\r\n"))
    for (line, wanted) in [
      ("unyoke --isntall", "install"), ("unyoke privs --jsno", "json"),
      ("unyoke check --jsno", "json"),
    ] {
      #expect(
        Place.run("script -qec '\(line)' /dev/null </dev/null").stdoutText
          .hasSuffix(": did you mean '--\(wanted)'?\r\n"))
    }
    #expect(
      !Place.run("script -qec 'unshare --frobnicate' /dev/null </dev/null").stdoutText
        .contains("did you mean"))
  }

  /// What real programs look for (the corpus of callers).
  @Test func whatScriptsLookFor() {
    #expect(lines.filter { $0.contains("setuid") }.count == 1)
    #expect(lines.contains { $0.contains("-p, --pid") })
    for word in ["--fork", "--pid", "--root", "map-root-user", "--kill-child", "--mount-proc"] {
      #expect(lines.contains { $0.contains(word) })
    }
    #expect(
      Place.run("unshare --help | sed 's/^ \\+--map-users=\\?\\(.\\+\\)$/\\1/p' -n").stdoutText
        == " <inneruid>:<outeruid>:<count>\n")
  }
}
