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
    let extensions = lines.firstIndex(of: "Extensions of unyoke:") ?? 0
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
