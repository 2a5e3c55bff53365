import Harness
import ProjectFiles
import Testing

/// A filter of whoever started the program answers in the kernel's place.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: Refuse.compiler != nil, "no C compiler is installed"))
struct FilterAnswerTests {
  private func hints(_ command: String) -> String {
    let outcome = Place.run("export UNYOKE_HINTS=always; \(command)")
    #expect(!outcome.survivors.contains { !$0.isEmpty })
    return outcome.stderrText.split(separator: "\n").filter { $0.contains(": hint: ") }.joined(
      separator: "\n")
  }

  private func number(_ call: String) -> String {
    "$(printf '#include <sys/syscall.h>\\nSYS_\(call)\\n' | \(Refuse.compiler ?? "cc") -E - | tail -n 1)"
  }

  @Test func aCallIsRefused() throws {
    let refuse = try #require(Refuse.program)
    #expect(
      hints("\(refuse) 1001 \(number("unshare")) 1 $BIN/unshare -r true")
        == "unshare: hint: a seccomp filter refuses unshare(2) here, as container runtimes set it up; rights of users or files do not matter"
    )
    #expect(
      hints("\(refuse) 1001 \(number("mount")) 1 $BIN/unshare -rm true")
        == "unshare: hint: a seccomp filter refuses mount(2) here, as container runtimes set it up; rights of users or files do not matter"
    )
  }

  @Test func kindsAreRefused() throws {
    let file = "\(Place.sandbox.programs)/flags"
    let built = spawn(
      [
        Refuse.compiler ?? "cc", "-O1", "-Wall", "-o", file,
        "\(projectRoot)/Tests/System/Answers/flags.c",
      ], timeLimit: 60)
    try #require(built.ending == .exited(0), "\(built.stderrText)")
    // CLONE_NEWUSER.
    #expect(
      hints("flags 0x10000000 unshare -U true")
        == "unshare: hint: possibly a seccomp filter refuses these kinds of namespaces (as RestrictNamespaces= of systemd does)"
    )
    #expect(hints("flags 0x10000000 unshare -n true") == "")
  }
}
