import Harness
import Testing

/// Each step of a change of privileges fails in turn: the program never runs.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("strace") != nil, "strace is not installed"))
struct PrivilegeFaultTests {
  struct Step: Sendable, CustomTestStringConvertible {
    let options: String
    let call: String
    /// What is found in the call's line in a trace; the last one such is made to fail.
    let mark: String
    let sentence: String
    var testDescription: String { "\(options): \(mark)" }

    init(_ options: String, _ call: String, _ mark: String, _ sentence: String) {
      (self.options, self.call, self.mark, self.sentence) = (options, call, mark, sentence)
    }
  }

  private static let inheritable = "cannot change the inheritable set"
  private static let held = "cannot change the permitted and effective sets"
  private static let unread = "cannot read the privileges of this process"
  /// Every step that there is.
  private static let everything =
    "-S 1001 -G 1001 --groups 5 --cap-drop ALL --cap-add bpf,checkpoint_restore"
    + " --securebits +noroot --nnp --has-p=bpf"

  static let steps: [Step] = [
    Step("--bounding-set -all --inh-caps +bpf", "capset", "1<<CAP_BPF", inheritable),
    Step(
      "--cap-drop bpf", "prctl", "PR_CAPBSET_DROP", "cannot drop cap_bpf from the bounding set"),
    Step("--cap-drop bpf", "prctl", "PR_CAPBSET_READ, CAP_BPF", unread),
    Step("--securebits +noroot", "prctl", "PR_GET_SECUREBITS", unread),
    Step("-S 5", "getresuid", "getresuid", unread),
    Step("-G 5", "getresgid", "getresgid", unread),
    Step("--groups 5", "getgroups", "getgroups(0", unread),
    Step("--groups 5", "getgroups", "[5]", unread),
    Step(everything, "capget", "capget", unread),
    Step(
      "--cap-drop ALL --cap-add kill", "prctl", "PR_CAPBSET_DROP, CAP_CHECKPOINT_RESTORE",
      "cannot drop cap_checkpoint_restore from the bounding set"),
    Step(
      everything, "prctl", "PR_SET_KEEPCAPS", "cannot keep capabilities over the change of user"),
    Step("--securebits +noroot", "prctl", "PR_SET_SECUREBITS", "cannot set the securebits"),
    Step(everything, "prctl", "PR_SET_SECUREBITS", "cannot set the securebits"),
    Step("--groups 5,7", "setgroups", "setgroups", "setgroups failed"),
    Step("--clear-groups", "setgroups", "setgroups", "setgroups failed"),
    Step(everything, "setgroups", "setgroups", "setgroups failed"),
    Step(everything, "setgid", "setgid", "setgid() failed"),
    Step(everything, "setuid", "setuid", "setuid() failed"),
    Step("--inh-caps +bpf", "capset", "capset", inheritable),
    Step("--inh-caps +bpf --cap-add kill", "capset", "inheritable=1<<CAP_KILL|", inheritable),
    Step(
      "--inh-caps +bpf --ambient-caps +bpf", "prctl", "PR_CAP_AMBIENT_RAISE",
      "cannot raise cap_bpf in the ambient set"),
    Step(
      everything, "prctl", "PR_CAP_AMBIENT_RAISE",
      "cannot raise cap_checkpoint_restore in the ambient set"),
    Step("--ambient-caps -bpf", "prctl", "PR_CAP_AMBIENT_IS_SET", unread),
    Step(everything, "capset", "capset", held),
    Step("--cap-drop bpf", "capset", "capset", held),
    Step("--nnp", "prctl", "PR_SET_NO_NEW_PRIVS", "cannot set no_new_privs"),
    Step(everything, "prctl", "PR_SET_NO_NEW_PRIVS", "cannot set no_new_privs"),
    Step("--has-p=kill", "capget", "capget", unread),
    Step("--has-e=kill", "capget", "capget", unread),
    Step("--inh-caps +kill --has-i=kill", "capget", "capget", unread),
    Step(
      "--inh-caps +kill --ambient-caps +kill --has-a=kill", "prctl", "PR_CAP_AMBIENT_IS_SET", unread
    ),
    Step("--has-b=kill", "prctl", "PR_CAPBSET_READ, CAP_KILL", unread),
    Step("--nnp --has-no-new-privs", "prctl", "PR_GET_NO_NEW_PRIVS", unread),
    Step("-c --keep-caps --cap-drop bpf", "capset", "capset", held),
    Step(
      "-f --cap-drop bpf", "prctl", "PR_CAPBSET_DROP",
      "cannot drop cap_bpf from the bounding set"),
    Step("-fp --kill-child --nnp", "prctl", "PR_SET_NO_NEW_PRIVS", "cannot set no_new_privs"),
    Step("-f \(everything)", "capset", "capset", held),
  ]

  @Test(arguments: steps)
  func unshareStops(step: Step) { expectStop(step, "unshare", "") }

  @Test(arguments: steps.filter { !$0.options.hasPrefix("-f") && !$0.options.hasPrefix("-c") })
  func nsenterStops(step: Step) { expectStop(step, "nsenter", "-u/proc/self/ns/uts") }

  private func expectStop(_ step: Step, _ program: String, _ more: String) {
    // EINVAL says that there is no such capability: that is PrivilegeVerifyTests' matter.
    let isQuestion = step.mark.contains("CAPBSET_READ") || step.mark.contains("IS_SET")
    let errors = isQuestion ? ["EPERM"] : ["EPERM", "EINVAL"]
    for error in errors {
      let outcome = Place.run(
        """
        trace() { strace -f -qq -e signal=none -o log -e trace=\(step.call) "$@"; }
        trace $BIN/\(program) \(more) \(step.options) /bin/echo ran >/dev/null || exit 9
        n=$(awk -v mark='\(step.mark)' '
          { sub(/resumed>.*/, "") }
          /execve/ { next }
          { count[$1]++ }
          index($0, mark) { n = count[$1] }
          END { print n }' log)
        [ -n "$n" ] || { cat log; exit 8; }
        trace -e inject=\(step.call):error=\(error):when=$n \
          $BIN/\(program) \(more) \(step.options) /bin/echo ran
        """)
      let text = error == "EPERM" ? "Operation not permitted" : "Invalid argument"
      #expect(
        outcome.stderrText == "\(program): \(step.sentence): \(text)\n", "\(step.options), \(error)"
      )
      #expect(outcome.stdout.isEmpty, "\(step.options), \(error): \(outcome.stdoutText)")
      #expect(outcome.ending == .exited(1), "\(step.options), \(error)")
      #expect(outcome.survivors.isEmpty, "\(step.options), \(error)")
    }
  }

  /// The order in which the kernel is asked, whatever the order of the options.
  @Test func theOrderOfCalls() {
    let outcome = Place.run(
      "strace -qq -o log -e trace=prctl,capset,setgroups,setgid,setuid $BIN/unshare"
        + " --has-no-new-privs --nnp --groups 5 --ambient-caps +bpf --inh-caps +bpf"
        + " --bounding-set -kill --cap-drop chown --securebits +noroot -G 7 -S 8 true;"
        + " grep -vE 'CAPBSET_READ|AMBIENT_IS_SET|GET_SECUREBITS' log | sed 's/(.*\\(PR_[A-Z_]*\\), .*/ \\1/;"
        + " s/(.*//' | tr '\\n' ' '")
    #expect(
      outcome.stdoutText
        == "prctl PR_CAPBSET_DROP prctl PR_CAPBSET_DROP prctl PR_SET_KEEPCAPS"
        + " prctl PR_SET_SECUREBITS setgroups setgid setuid capset prctl PR_CAP_AMBIENT_RAISE"
        + " capset prctl PR_SET_NO_NEW_PRIVS prctl PR_GET_NO_NEW_PRIVS"
        + " prctl PR_GET_NO_NEW_PRIVS ",
      "\(outcome.stderrText)")
  }

  /// Nothing of ours calls the kernel for privileges where nothing was asked for.
  @Test(arguments: ["-m", "-S 5 -G 5", "-f"])
  func withoutOptionsNothingIsAsked(options: String) {
    let outcome = Place.run(
      "strace -f -qq -e signal=none -o log -e trace=prctl,capset,capget $BIN/unshare \(options) true;"
        + " grep -cvE 'CAPBSET_READ' log")
    #expect(outcome.stdoutText == "0\n", "\(outcome.stderrText)")
  }
}
