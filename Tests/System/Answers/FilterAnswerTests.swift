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

  /// A filter that ends whoever makes a call, as SystemCallFilter= of systemd does: no probe makes one that
  /// the program did not make, but for reading files of /proc.
  @Test(arguments: [
    "unshare -n true", "unshare -n /nonexistent", "unshare -n nosuchprogram", "unshare -rm ./d",
    "unshare -n ./script", "unshare -rm nosuchprogram", "unshare -U --root=./d ''", "nsls 5",
    "nsenter -t 4194304 -n true", "nsenter -t 1 -n true", "nsenter -n ./d",
    "nsenter --net=blue true",
    "unshare --mount=./nosuch true", "unshare --explain --dry-run -n nosuchprogram",
  ])
  func callsAreFatal(_ command: String) throws {
    let refuse = try #require(Refuse.program)
    let calls = [
      "unshare", "setns", "mount", "pidfd_open", "statmount", "openat2", "capget", "getxattr",
      "ioctl", "fork", "clone", "clone3", "newfstatat", "statfs", "access", "lseek", "getdents64",
      "mmap",
    ]
    let outcome = Place.run(
      """
      mkdir d; printf '#!/nosuch\n' >script; chmod 755 script .
      for call in \(calls.joined(separator: " ")); do
        number=\(number("$call"))
        case $number in *[!0-9]*|'') number=457;; esac
        for hints in never always; do
          UNYOKE_HINTS=$hints \(refuse) 1001 $number 9999 $BIN/\(command) >out.$hints 2>error.$hints </dev/null
          echo $call $? >>$hints
        done
      done
      cat never; diff never always
      """)
    // statmount(2) is 457 everywhere, and not every header knows it.
    #expect(outcome.ending == .exited(0), "\(outcome)")
    let lines = outcome.stdoutText.split(separator: "\n")
    #expect(lines.count == calls.count, "\(outcome)")
    let spared = lines.first { $0.hasPrefix("openat2 ") }
    #expect(spared != nil && spared != "openat2 159", "\(outcome)")
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
