import Harness
import Testing

/// Messages that repeat what the program inside chose. The attacker is whoever writes the entered
/// /etc/passwd, or the target's environment: nothing of it may reach the caller's terminal as a
/// control sequence.
@Suite(.enabled(if: canSandbox, needsRoot)) struct TargetBytesTests {
  // Without a shell, or nsenter would start that one (docs/deviations.md D-154).
  private static let target = """
    mkdir bin; cp /bin/sleep bin/
    printf 'root:x:0:0::/:/sh\\033]0;owned\\007\\302\\233\\n' >p
    SHELL=$(printf '/own\\033[2J') unshare -m sh -c \
    'mount --bind p /etc/passwd; mount --bind bin /bin; : >up; exec sleep 60' >/dev/null 2>&1 & P=$!
    until [ -e up ]; do sleep 0.05; done
    """
  private static let shell = "/sh\\x1b]0;owned\\x07\\xc2\\x9b"

  @Test func theShellOfTheEnteredAccounts() {
    let outcome = Place.run("\(Self.target); unset SHELL; nsenter -t $P -m; echo $?; kill $P")
    #expect(
      outcome.stderrText == "nsenter: failed to execute \(Self.shell): No such file or directory\n")
    #expect(outcome.stdoutText == "127\n")
  }

  @Test func theShellOfTheTargetsEnvironment() {
    let outcome = Place.run("\(Self.target); nsenter -t $P -m -e; echo $?; kill $P")
    #expect(
      outcome.stderrText == "nsenter: failed to execute /own\\x1b[2J: No such file or directory\n")
  }

  @Test func theShellOfTheAccountsOfANewRoot() {
    let outcome = Place.run(
      "\(Self.target); kill $P; mkdir r r/etc; cp p r/etc/passwd; unset SHELL; unshare -R r; echo $?"
    )
    #expect(
      outcome.stderrText == "unshare: failed to execute \(Self.shell): No such file or directory\n")
  }

  /// The caller's own words are repeated as they are, like the original does.
  @Test(arguments: [
    "nsenter -t $P -m \"$W\"", "unshare \"$W\"", "SHELL=$W nsenter -t $P -m", "SHELL=$W unshare",
  ])
  func theCallersWordsAreLeftAlone(command: String) {
    let outcome = Place.run(
      "\(Self.target); W=$(printf '/\\033[2J\\303\\251'); \(command); kill $P")
    #expect(
      outcome.stderrText.hasSuffix(
        ": failed to execute /\u{1b}[2Jé: No such file or directory\n"))
  }
}
