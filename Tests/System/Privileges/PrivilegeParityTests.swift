import Harness
import Testing

/// What a program is left with, compared with setpriv(1) and capsh(1) given the same words. Each
/// pair has a capability above 31.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("setpriv") != nil && findTool("capsh") != nil, "no setpriv or no capsh"))
struct PrivilegeParityTests {
  static let status = "grep -E '^(Cap|NoNewPrivs|Groups)' /proc/self/status"

  /// Words that both sides understand, behind unshare and setpriv.
  static let words = [
    "--bounding-set -bpf", "--bounding-set -all,+checkpoint_restore,+kill,+setpcap",
    "--bounding-set -net_raw,-cap_39 --inh-caps +kill", "--inh-caps +bpf,+kill",
    "--inh-caps -all,+cap_40", "--inh-caps +bpf,+kill --ambient-caps +bpf",
    "--bounding-set -all,+bpf --inh-caps +bpf --ambient-caps +bpf", "--ambient-caps -all",
    "--inh-caps +BPF --securebits +noroot", "--securebits +noroot,+noroot_locked --nnp",
    "--securebits +no_setuid_fixup,-keep_caps_locked --bounding-set -bpf", "--no-new-privs",
    "--nnp --bounding-set -all", "--bounding-set -cap_40 --inh-caps -kill",
  ]

  private func expectSame(_ ours: String, _ theirs: String, as user: Sandbox.User = .root) {
    let outcome = Place.run(
      "\(ours) >ours 2>&1; a=$?; \(theirs) >theirs 2>&1; echo $a $?; diff ours theirs && wc -l <ours",
      as: user)
    #expect(outcome.stdoutText == "0 0\n7\n", "\(ours) | \(theirs)")
  }

  @Test(arguments: words)
  func asRoot(words: String) {
    expectSame("unshare \(words) \(Self.status)", "setpriv \(words) \(Self.status)")
  }

  @Test(arguments: words)
  func throughNsenterAsRoot(words: String) {
    expectSame(
      "nsenter -u/proc/self/ns/uts \(words) \(Self.status)", "setpriv \(words) \(Self.status)")
  }

  @Test(arguments: words)
  func asAPlainUserInAUserNamespace(words: String) {
    expectSame(
      "unshare -r \(words) \(Self.status)",
      "/usr/bin/unshare -r setpriv \(words) \(Self.status)", as: .tester)
  }

  @Test(arguments: words)
  func asAnotherUser(words: String) {
    expectSame(
      "unshare -S 1001 -G 1001 \(words) \(Self.status)",
      "setpriv --reuid 1001 --regid 1001 --clear-groups \(words) \(Self.status)")
  }

  @Test(arguments: [
    "--groups 5,7", "--groups root,9 --nnp", "--clear-groups", "--keep-groups",
    "--init-groups --bounding-set -bpf",
  ])
  func groups(words: String) {
    let member = "grep -q 61: /etc/group || echo one:x:61:tester >>/etc/group; "
    expectSame(
      "\(member)setpriv --groups 4,8 unshare -S 1001 -G 9 \(words) \(Self.status)",
      "setpriv --groups 4,8 setpriv --reuid 1001 --regid 9 \(words) \(Self.status)")
  }

  /// capsh wants the whole name.
  @Test(arguments: [
    "cap_bpf", "cap_net_raw,cap_checkpoint_restore", "39,0", "all",
  ])
  func drops(list: String) {
    let shell = "-- -c \"\(Self.status)\""
    expectSame("unshare --cap-drop \(list) \(Self.status)", "capsh --drop=\(list) \(shell)")
    expectSame(
      "unshare -r --cap-drop \(list) \(Self.status)",
      "/usr/bin/unshare -r capsh --drop=\(list) \(shell)", as: .tester)
    expectSame(
      "nsenter -u/proc/self/ns/uts -S 1001 --cap-drop \(list) \(Self.status)",
      "capsh --drop=\(list) --uid=1001 \(shell)")
  }

  @Test(arguments: [
    "^cap_bpf", "!cap_bpf,cap_kill", "!%cap_bpf,^cap_kill", "!^40,%cap_chown", "",
  ])
  func texts(text: String) {
    let shell = "-- -c \"\(Self.status)\""
    expectSame("unshare --iab '\(text)' \(Self.status)", "capsh --iab='\(text)' \(shell)")
    expectSame(
      "unshare -r --iab '\(text)' \(Self.status)",
      "/usr/bin/unshare -r capsh --iab='\(text)' \(shell)", as: .tester)
  }

  /// Everything at once, into a tree that holds nothing but one static binary.
  @Test(arguments: [("--cap-drop ALL", ""), ("--cap-drop ALL --cap-add bpf", "cap_bpf")])
  func intoATreeWithoutCapsh(options: String, left: String) {
    let outcome = Place.run(
      """
      mkdir -p tree/proc; cp $BIN/unyoke tree/
      unshare -r -p -f -m -n -u -i --kill-child --mount-proc=$T/tree/proc perl -e \
      'chroot "tree" or die; chdir "/"; sleep 60' &
      U=$!
      until P=$(tr -d ' ' </proc/$U/task/$U/children) && [ -n "$P" ] &&
        [ "$(readlink /proc/$P/root)" = $T/tree ]; do sleep 0.05; done
      nsenter -t $P -a -r capsh --print 2>&1
      nsenter -t $P -a -r \(options) --nnp --has-no-new-privs /unyoke privs |
        grep -vE '^(pid|user)'
      kill -KILL $P; wait $U 2>/dev/null
      """)
    let set = left.isEmpty ? "none" : left
    #expect(
      outcome.stdoutText == """
        nsenter: failed to execute capsh: No such file or directory
        uid:             real 0, effective 0, saved 0, file system 0
        gid:             real 0, effective 0, saved 0, file system 0
        groups:          none
        inheritable:     \(set)
        permitted:       \(set)
        effective:       \(set)
        bounding:        \(set)
        ambient:         \(set)
        securebits:      none
        no_new_privs:    yes
        seccomp:         none

        """, "\(outcome.stderrText)")
  }
}
