import Harness
import ProjectFiles
import Testing

/// How a program is found, beside the original, whose search is execvp(3) of glibc: whoever puts
/// something into a folder of PATH must not get another program started than there. Hundreds of
/// combinations of folders, as root and as a plain user.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("unshare") != nil, "needs the original unshare"))
struct ExecSearchTests {
  @Test(arguments: [Sandbox.User.root, .tester]) func asTheOriginal(user: Sandbox.User) throws {
    let script = "\(projectRoot)/Tests/System/Safety/exec-search.sh"
    let text = String(decoding: try readFile(script), as: UTF8.self)
    let outcome = Place.sandbox.run(
      text, as: user, name: Place.uniqueName("search"),
      setup: ["mkdir noexecmount; mount -t tmpfs -o noexec,mode=777 none noexecmount"],
      timeLimit: 300)
    let lines = outcome.stdoutText.split(separator: "\n", omittingEmptySubsequences: false)
    // The differences, then how often each status was seen.
    #expect(lines.count == 5, "\(outcome.stdoutText)\(outcome.stderrText)")
    let counts = lines.prefix(4).compactMap { Int($0) }
    try #require(counts.count == 4, "\(outcome.stdoutText.prefix(2000))")
    #expect(counts[0] >= 400, "combinations")
    #expect(counts[1] >= 100 && counts[2] >= 60 && counts[3] >= 40, "0, 126, 127: \(counts)")
  }
}
