import Harness
import Testing

/// The attacker is the target: it changes its namespaces while they are looked at, and its /proc says what
/// it likes.
@Suite(.enabled(if: canSandbox, needsRoot))
struct RootlessAttackTests {
  /// It shared the UTS namespace when that was decided upon, and leaves it before the call. strace(1) stops
  /// nsenter after its last look.
  @Test(.enabled(if: findTool("strace") != nil, "strace is not installed"))
  func theTargetMoves() {
    let outcome = Rootless.run(
      #"""
      $AS unshare -Urmn sh -c 'until [ -e go ]; do sleep 0.02; done; exec unshare -u sleep 600' & P=$!
      ALL="$ALL $P"
      # The shell that becomes setpriv(1) and unshare(1) is called sh as well.
      until [ "$(inside $P net)" != "$(inside $$ net)" ] && [ "$(cat /proc/$P/comm)" = sh ]; do sleep 0.02; done
      say $AS strace -f -qq -o log -e trace=newfstatat,setns $BIN/nsenter -a -t $P --auto-credentials echo ran
      n=$(awk '/setns\(/ { s++ } /newfstatat\(/ && s < 3 { n++ } END { print n }' log)
      $AS strace -f -qq -o log -e trace=newfstatat,setns -e inject=newfstatat:signal=SIGSTOP:when=$n \
        $BIN/nsenter -a -t $P --auto-credentials echo ran >out 2>&1 & S=$!
      until grep -q 'stopped by SIGSTOP' log; do sleep 0.02; done
      N=$(tr -d ' ' </proc/$S/task/$S/children)
      grep -c 'setns(' log
      : >go
      until [ "$(inside $P uts)" != "$(readlink /proc/self/ns/uts)" ]; do sleep 0.02; done
      kill -CONT $N; wait $S; echo "= $?"; cat out
      """#)
    #expect(
      outcome.stdoutText == "ran\n= 0\n2\n= 1\nnsenter: the target changed its namespaces\n",
      "\(outcome.stderrText)")
    #expect(outcome.survivors.isEmpty)
  }

  /// Whoever reads the maps by their path gets the target's. It says that 7 is there.
  @Test func aForgedMap() {
    let outcome = Rootless.run(
      """
      box as 1001 unshare -Urm sh -c 'mount -t tmpfs none /proc; mkdir -p /proc/self /proc/1 /proc/sys/kernel
        for m in uid_map gid_map; do echo "7 1001 1" >/proc/self/$m; done
        echo 0 >/proc/sys/kernel/overflowuid; exec "$0" "$@"'
      say $AS nsenter -a -t $P --auto-credentials sh -c 'id -u; id -g; cat /proc/self/uid_map'
      """)
    #expect(outcome.stdoutText == "0\n0\n7 1001 1\n= 0\n", "\(outcome.stderrText)")
  }

  /// A file that is the namespace of somebody else does not become one's own by what the entered /proc shows
  /// under that name.
  @Test func aForgedNamespace() {
    let outcome = Rootless.run(
      """
      box unshare -n; N=$P
      touch net; mount --bind /proc/$N/ns/net net
      box as 1001 unshare -Urm sh -c 'mount -t tmpfs none /proc; mkdir -p /proc/self/ns
        touch /proc/self/ns/net; mount --bind net /proc/self/ns/net; exec "$0" "$@"'
      say $AS nsenter -a -t $P --net=net --auto-credentials echo ran
      say $AS nsenter -a -t $P --net=/proc/self/ns/net --auto-credentials echo ran
      """)
    // The second file is one's own, but that is not looked for in a /proc that is not.
    let refused =
      "nsenter: reassociate to namespace 'ns/net' failed: Operation not permitted\n= 1\n"
    #expect(outcome.stdoutText == refused + refused, "\(outcome.stderrText)")
  }

  /// No descriptor of the caller's /proc is left where names are looked up inside, and in the program none at all.
  @Test func nothingIsLeftOpen() {
    let outcome = Rootless.run(
      """
      box as 1001 unshare -Urmn sh -c 'for n in $(seq 3 200); do ln -s /proc/self/fd/$n/.. up$n; done
        exec "$0" "$@"'
      for n in 3 4 5 6 64 65 66 67; do
        $AS nsenter -t $P -U -m -n -T --auto-credentials -W$PWD/up$n echo "ran $n" 2>&1 | sort -u
        $AS nsenter -a -t $P --auto-credentials -W$PWD/up$n echo "ran $n" 2>&1 | sort -u
      done | sort -u
      say $AS nsenter -t $P -U -m -n -T --auto-credentials ls /proc/self/fd
      """)
    #expect(
      outcome.stdoutText
        == "nsenter: cannot open current working directory: No such file or directory\n0\n1\n2\n3\n= 0\n",
      "\(outcome.stderrText)")
  }
}
