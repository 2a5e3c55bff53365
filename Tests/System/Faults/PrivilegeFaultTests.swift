import Capabilities
import Harness
import Launch
import NamespaceValues
import Testing

/// Each step of a change of privileges fails in turn: the program never runs.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("strace") != nil, "strace is not installed"))
struct PrivilegeFaultTests {
  private static let inheritable = "cannot change the inheritable set"
  private static let held = "cannot change the permitted and effective sets"
  private static let unread = "cannot read the privileges of this process"
  /// Every step that there is.
  private static let everything =
    "-S 1001 -G 1001 --groups 5 --cap-drop ALL --cap-add bpf,checkpoint_restore"
    + " --securebits +noroot --nnp --has-p=bpf"

  private static let bpf = CapabilitySet(rawValue: 1 << 39)
  private static let noRoot: SecurebitEdit = {
    var edit = SecurebitEdit()
    edit.add(.noRoot)
    return edit
  }()
  private static func with(_ capabilities: CapabilitySet) -> CapabilityEdit {
    var edit = CapabilityEdit()
    edit.raise(capabilities)
    return edit
  }
  private static func without(_ capabilities: CapabilitySet) -> CapabilityEdit {
    var edit = CapabilityEdit()
    edit.drop(capabilities)
    return edit
  }

  static let faults: [Fault] = [
    row("--cap-drop bpf", "getresuid", "getresuid", unread, .rememberPrivileges),
    row(
      "--bounding-set -all --inh-caps +bpf", "capset", "1<<CAP_BPF", inheritable,
      .privilege(.makeInheritable(bpf))),
    row(
      "--cap-drop bpf", "prctl", "PR_CAPBSET_DROP", "cannot drop cap_bpf from the bounding set",
      .privilege(.changeBounding(without(bpf)))),
    row("--cap-drop bpf", "prctl", "PR_CAPBSET_READ, CAP_BPF", unread),
    row("--securebits +noroot", "prctl", "PR_GET_SECUREBITS", unread),
    row("-S 5", "getresuid", "getresuid", unread, .verify(after: [.setUser(UserID(5))])),
    row("-G 5", "getresgid", "getresgid", unread),
    row("--groups 5", "getgroups", "getgroups(0", unread),
    row("--groups 5", "getgroups", "[5]", unread),
    row(everything, "capget", "capget", unread),
    row(
      "--cap-drop ALL --cap-add kill", "prctl", "PR_CAPBSET_DROP, CAP_CHECKPOINT_RESTORE",
      "cannot drop cap_checkpoint_restore from the bounding set"),
    row(
      everything, "prctl", "PR_SET_KEEPCAPS", "cannot keep capabilities over the change of user",
      .privilege(.keepPermitted)),
    row(
      "--securebits +noroot", "prctl", "PR_SET_SECUREBITS", "cannot set the securebits",
      .privilege(.changeSecurebits(noRoot))),
    row(everything, "prctl", "PR_SET_SECUREBITS", "cannot set the securebits"),
    row(
      "--groups 5,7", "setgroups", "setgroups", "setgroups failed",
      .privilege(.setGroups([GroupID(5), GroupID(7)]))),
    row("--clear-groups", "setgroups", "setgroups", "setgroups failed"),
    row(everything, "setgroups", "setgroups", "setgroups failed"),
    row(everything, "setgid", "setgid", "setgid() failed"),
    row(everything, "setuid", "setuid", "setuid() failed"),
    row(
      "--inh-caps +bpf", "capset", "capset", inheritable, .privilege(.changeInheritable(with(bpf)))),
    row("--inh-caps +bpf --cap-add kill", "capset", "inheritable=1<<CAP_KILL|", inheritable),
    row(
      "--inh-caps +bpf --ambient-caps +bpf", "prctl", "PR_CAP_AMBIENT_RAISE",
      "cannot raise cap_bpf in the ambient set", .privilege(.changeAmbient(with(bpf)))),
    row(
      everything, "prctl", "PR_CAP_AMBIENT_RAISE",
      "cannot raise cap_checkpoint_restore in the ambient set"),
    row("--ambient-caps -bpf", "prctl", "PR_CAP_AMBIENT_IS_SET", unread),
    row(everything, "capset", "capset", held),
    row(
      "--cap-drop bpf", "capset", "capset", held,
      .privilege(.changeHeld(without(bpf), keeping: nil))),
    row(
      "--nnp", "prctl", "PR_SET_NO_NEW_PRIVS", "cannot set no_new_privs",
      .privilege(.forbidNewPrivileges)),
    row(everything, "prctl", "PR_SET_NO_NEW_PRIVS", "cannot set no_new_privs"),
    row("--has-p=kill", "capget", "capget", unread),
    row("--has-e=kill", "capget", "capget", unread),
    row("--inh-caps +kill --has-i=kill", "capget", "capget", unread),
    row(
      "--inh-caps +kill --ambient-caps +kill --has-a=kill", "prctl", "PR_CAP_AMBIENT_IS_SET", unread
    ),
    row("--has-b=kill", "prctl", "PR_CAPBSET_READ, CAP_KILL", unread),
    row(
      "--nnp --has-no-new-privs", "prctl", "PR_GET_NO_NEW_PRIVS", unread,
      .privilege(.check(.forbidsNewPrivileges))),
    row("-c --keep-caps --cap-drop bpf", "capset", "capset", held),
    row(
      "-f --cap-drop bpf", "prctl", "PR_CAPBSET_DROP",
      "cannot drop cap_bpf from the bounding set"),
    row("-fp --kill-child --nnp", "prctl", "PR_SET_NO_NEW_PRIVS", "cannot set no_new_privs"),
    row("-f \(everything)", "capset", "capset", held),
  ]

  @Test(arguments: faults)
  func unshareStops(fault: Fault) { fault.expectCleanFailure(of: "unshare") }

  @Test(arguments: faults.filter { !$0.options.hasPrefix("-f") && !$0.options.hasPrefix("-c") })
  func nsenterStops(fault: Fault) {
    fault.expectCleanFailure(of: "nsenter -u/proc/self/ns/uts")
  }

  /// - Parameter mark: what is found in the call's line in a trace; the last one such fails.
  private static func row(
    _ options: String, _ call: String, _ mark: String, _ sentence: String,
    _ step: LaunchStep? = nil
  ) -> Fault {
    // EINVAL says that there is no such capability: that is PrivilegeVerifyTests' matter.
    let isQuestion = mark.contains("CAPBSET_READ") || mark.contains("IS_SET")
    return Fault(
      step, options: options, call: call, occurrence: .last(mark), sentence: sentence,
      errors: isQuestion ? ["EPERM"] : ["EPERM", "EINVAL"], program: "/bin/echo ran")
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
