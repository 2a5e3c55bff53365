import Harness
import ProjectFiles
import Testing

/// What `nsls -o +ACCESS` says, against real setns(2) calls of eight kinds of caller: nobody is told that he may
/// enter what he may not, nor the other way round.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("python3") != nil, "python3 is not installed"),
  .enabled(if: findTool("setpriv") != nil, "setpriv is not installed"), .serialized)
struct EntryAccessMatrixTests {
  /// In a jail, for what stands for a namespace may be any process that can be seen, and those of others end.
  /// Processes of `tester` in its namespaces, in a container of his, in one that root in there made, and in another
  /// one of his; and of nobody in one of his own.
  private static let targets = """
    cp \(projectRoot)/Tests/System/Access/matrix.py . && chmod 755 . matrix.py
    mkfifo up && chmod 666 up
    tester='setpriv --reuid 1001 --regid 1001 --clear-groups'
    nobody='setpriv --reuid 65534 --regid 65534 --clear-groups'
    first() { n=; until [ -n "$n" ] || ! kill -0 $1; do n=$(cat /proc/$1/task/$1/children); done; echo ${n%% *}; }
    box='echo >up; exec sleep 300'
    $tester sh -c "$box" >&- 2>&- & H=$!; read x <>up
    $tester unshare -Urmnuipf --kill-child sh -c "$box" >&- 2>&- & b=$!; read x <>up; L1=$(first $b)
    nsenter -t $L1 -U unshare -Urmnpf --kill-child sh -c "$box" >&- 2>&- & c=$!; read x <>up; L2=$(first $c)
    $tester unshare -Urmnf --kill-child sh -c "$box" >&- 2>&- & d=$!; read x <>up; S=$(first $d)
    $nobody unshare -Urmnpf --kill-child sh -c "$box" >&- 2>&- & e=$!; read x <>up; N=$(first $e)
    trap 'kill -9 $H $L2 $c $L1 $b $S $d $N $e 2>/dev/null; wait 2>/dev/null' EXIT
    """

  @Test(
    "each caller asks, and tries",
    arguments: [
      ("root", ""), ("tester", "$tester"), ("nobody", "$nobody"),
      ("root of a container", "nsenter -t $L1 -U"),
      (
        "the same without capabilities",
        "nsenter -t $L1 -U setpriv --bounding-set=-all --inh-caps=-all"
      ),
      ("root without CAP_SYS_CHROOT", "setpriv --bounding-set=-sys_chroot --inh-caps=-all"),
      ("root without CAP_SYS_ADMIN", "setpriv --bounding-set=-sys_admin --inh-caps=-all"),
      ("root without CAP_SYS_PTRACE", "setpriv --bounding-set=-sys_ptrace --inh-caps=-all"),
    ])
  func agrees(_ caller: String, _ command: String) {
    let outcome = Jail.run(
      """
      \(Self.targets)
      \(command) /usr/bin/python3 ./matrix.py '\(caller)' $H $L1 $L2 $S $N
      """)
    #expect(outcome.stdoutText == "compared 40\n", "\(outcome.stderrText)")
  }

  @Test("a column that is asked for by its name, in no list") func inNoList() {
    let outcome = Place.run(
      "nsls --help --discover=all | grep -c ACCESS; nsls -H --discover=all | grep -c ACCESS;"
        + " nsls --output-all --discover=all | head -n 1 | grep -c ACCESS; nsls -r -o access -p $$ | head -n 1"
    )
    #expect(outcome.stdoutText == "0\n0\n0\nACCESS\n")
  }

  @Test("one that nothing but a descriptor keeps, or a mount") func withoutProcess() {
    let outcome = Jail.run(
      """
      mkfifo up; touch file
      perl -e 'open(my $f, "<", "/proc/self/ns/uts"); $^F = 50; open(my $g, "<", "/proc/self/ns/uts"); \
      exec "unshare", "-u", "sh", "-c", "exec 9</proc/self/ns/uts; exec nsenter -t '$$' -u sh -c \\"echo >up; exec sleep 300\\""' >&- 2>&- & p=$!
      read x <>up
      unshare --net=file true
      nsls -nr -P -o TYPE,ACCESS -t uts -t net; kill -9 $p; wait $p 2>/dev/null; umount file
      """)
    #expect(
      outcome.stdoutText == "net yes\nuts yes\n" || outcome.stdoutText == "uts yes\nnet yes\n",
      "\(outcome.stderrText)")
  }
}
