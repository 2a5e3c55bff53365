import Harness
import Testing

/// Who enters whose namespaces with `-a`, each cell beside what plain setns(2) calls of a program of its own
/// (Tests/Support/Entry/probe.c) say: nobody gets in by leaving something out that is not shared, and
/// nobody stays out who could enter.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: probe != nil, "cc cannot make a static program here"))
struct EntryMatrixTests {
  private static let callers = [
    "root", "tester", "other", "nobody", "inner", "bare", "noptrace", "nochroot", "noadmin",
  ]
  private static let targets = [
    "host", "mine", "box", "nested", "user", "foreign", "netns", "roots", "others",
  ]

  /// What the manual pages say, whatever the probe does.
  private static let known = [
    "root host enter", "root box enter", "root nested enter", "root foreign enter",
    "tester host refuse", "tester mine enter", "tester box enter", "tester nested enter",
    "tester foreign refuse", "tester netns refuse", "tester roots refuse", "other box refuse",
    "nobody foreign enter", "inner box enter", "inner nested enter", "inner host refuse",
    "bare nested enter", "noptrace box refuse", "nochroot user enter", "nochroot roots refuse",
    "noadmin box refuse",
  ]

  @Test func everyCallerAndEveryTarget() {
    let outcome = Rootless.run(
      #"""
      cp \#(probe ?? "") probe; chmod 755 probe
      K="cgroup ipc mnt net pid time user uts"
      c_root() { "$@"; }
      c_tester() { as 1001 "$@"; }
      c_other() { as 1002 "$@"; }
      c_nobody() { as 65534 "$@"; }
      # Root of the container, in its user namespace alone.
      c_inner() { as 1001 nsenter -t $box -U --auto-credentials "$@"; }
      c_bare() { c_inner setpriv --bounding-set -all "$@"; }
      c_noptrace() { setpriv --inh-caps -all --bounding-set -sys_ptrace "$@"; }
      c_nochroot() { setpriv --inh-caps -all --bounding-set -sys_chroot "$@"; }
      c_noadmin() { setpriv --inh-caps -all --bounding-set -sys_admin "$@"; }
      full=-Urmnuipf
      box; host=$P
      box as 1001; mine=$P
      box as 1001 unshare $full --mount-proc; box=$P
      box as 1001 nsenter -t $box -U --auto-credentials unshare -Urmn; nested=$P
      box as 1001 unshare -U; user=$P
      box as 65534 unshare $full --mount-proc; foreign=$P
      box unshare -n setpriv --reuid 1001 --regid 1001 --clear-groups unshare -Urm; netns=$P
      box unshare -mnpf --mount-proc; roots=$P
      box as 1002 unshare -Ur; others=$P
      for t in \#(Self.targets.joined(separator: " ")); do
        eval n=\$$t
        # That without ids: no program could have any.
        ids=; [ $t != user ] || ids=--preserve-credentials
        want=$(for k in $K; do inside $n $k; done)
        for c in \#(Self.callers.joined(separator: " ")); do
          says=$(c_$c ./probe $n 2>&1)
          found=$(c_$c nsenter -a ${ids:---auto-credentials} -t $n \
            sh -c "for k in $K; do readlink /proc/self/ns/\$k; done" 2>err)
          status=$?
          if [ $status = 1 ] && [ -z "$found" ] && grep -q '^nsenter: [rs]' err; then
            does=refuse
            # What a hint says is left to do must do.
            hint=$(export UNYOKE_HINTS=always; c_$c nsenter -a ${ids:---auto-credentials} -t $n true 2>&1 |
              sed -n 's/^nsenter: hint: //p')
            [ -n "$hint" ] || echo "NO HINT: $c $t $(cat err)"
            case $hint in *--except*)
              list=${hint#*--except }; list=${list%% *}
              c_$c nsenter -a --except $list ${ids:---auto-credentials} -t $n true 2>/dev/null &&
                echo "hint: $c $t $list" || echo "DIFFERS: $c $t: $hint" ;;
            esac
          elif [ "$found" = "$want" ]; then
            does=enter
          else
            does="$status $(cat err) $found"
          fi
          [ "$says" = "$does" ] && echo "$c $t $does" || echo "DIFFERS: $c $t, $says: $does"
        done
      done
      """#, timeLimit: 300)
    let all = outcome.stdoutText.split(separator: "\n").map(String.init)
    #expect(all.filter { $0.hasPrefix("DIFFERS") } == [], "\(outcome.stderrText)")
    #expect(all.filter { $0.hasPrefix("NO HINT") } == [])
    #expect(all.contains("hint: tester netns net"))
    let lines = all.filter { !$0.hasPrefix("hint: ") && !$0.hasPrefix("NO HINT") }
    #expect(lines.count == Self.callers.count * Self.targets.count)
    #expect(lines.count >= 64)
    #expect(Self.known.filter { !lines.contains($0) } == [])
    #expect(outcome.survivors.isEmpty)
  }
}

private let probe = Rootless.probe
