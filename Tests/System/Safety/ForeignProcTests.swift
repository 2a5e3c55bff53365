import Foundation
import Harness
import Testing

/// The attacker is a user who made a user namespace and waits for its map, with the number outside that a
/// process of root will have inside of a new PID namespace. /proc is still the outer one there.
@Suite(.enabled(if: canSandbox, needsRoot)) struct ForeignProcTests {
  /// Makes the victim's number that of a child of `$1`, a command line for sh, inside.
  private func run(_ command: String) -> Outcome {
    Place.run(
      """
      setpriv --reuid 1001 --regid 1001 --clear-groups unshare -Un sleep 1000 &
      stranger=$!
      until grep -q sleep /proc/$stranger/comm; do sleep 0.02; done
      touch f
      unshare -pf sh -c "echo $((stranger - 1)) >/proc/sys/kernel/ns_last_pid; \(command)"
      echo "status $?"
      echo "map $(cat /proc/$stranger/uid_map)"
      stat -L -c 'stranger %i' /proc/$stranger/ns/net
      findmnt -n -o FSTYPE f && stat -c 'bound %i' f && umount f
      kill $stranger
      """)
  }

  @Test func noMapOfAStrangerIsWritten() {
    let outcome = run("unshare --map-users all --map-groups all cat /proc/self/uid_map; true")
    #expect(outcome.stdoutText.contains("map \n"), "\(outcome.stdoutText)\(outcome.stderrText)")
    // And its own is: /proc shows it, by another number.
    #expect(outcome.stdoutText.contains("4294967295"), "\(outcome.stdoutText)\(outcome.stderrText)")
  }

  @Test func noNamespaceOfAStrangerIsBound() {
    let outcome = run("unshare --net=f true; true")
    let lines = outcome.stdoutText.split(separator: "\n")
    let stranger = lines.first { $0.hasPrefix("stranger ") }?.dropFirst(9)
    let bound = lines.first { $0.hasPrefix("bound ") }?.dropFirst(6)
    #expect(bound != nil, "\(outcome.stdoutText)\(outcome.stderrText)")
    #expect(stranger != nil && bound != stranger, "\(outcome.stdoutText)")
  }

  /// A /proc that does not show the process at all: nothing is written, and the program does not start.
  @Test func whereNobodyIsShownNothingIsDone() {
    let outcome = Place.run(
      """
      unshare -pfm --kill-child --mount-proc sleep 1000 &
      until pgrep -P $! sleep >/dev/null; do sleep 0.02; done
      nsenter -t $! -m unshare --map-users 0:0:9 --map-groups 0:0:9 echo started 2>&1
      kill -KILL $!
      """)
    #expect(!outcome.stdoutText.contains("started"))
    let text = outcome.stdoutText
    #expect(text.contains("uid_map: No such file or directory"), "\(text)")
  }
}
