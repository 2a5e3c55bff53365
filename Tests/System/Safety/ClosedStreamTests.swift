import Harness
import Testing

/// Standard streams that the caller closed: whoever starts us decides that, and what we open must not
/// take their places. Golden cases (closed.t) hold the statuses of all combinations.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("strace") != nil, "strace is not installed"))
struct ClosedStreamTests {
  static let combinations = [
    "<&-", ">&-", "2>&-", "<&- >&-", "<&- 2>&-", ">&- 2>&-", "<&- >&- 2>&-",
  ]

  /// D-63: a helper waits for a word at an eventfd, and a message there would be one.
  @Test(arguments: combinations)
  func noMessageGoesToAHelper(closed: String) {
    let outcome = Place.run(
      """
      # A trace for each process: in one the helper's calls may stand in the middle of ours.
      strace -ff -qq -o log -e trace=write,eventfd2,read,unshare -e inject=unshare:error=EPERM \
        sh -c 'exec $BIN/unshare --map-users 0:0:1 -m true \(closed)'; echo $?
      log=$(grep -l 'eventfd2(' log.*)
      sed -n '/eventfd2(/,$p' $log | grep -c 'write([0-9]*, "unshare: unshare failed.*= \
      \(closed.contains("2") ? "-1 EBADF" : "[0-9]")'
      sed -n 's/.*write(\\([0-9]*\\), "\\\\1\\\\0\\\\0.*/\\1/p' $log
      """)
    // The helper is sent away by the one word that is not a message.
    #expect(outcome.stdoutText == "1\n1\n3\n", "\(outcome.stderrText)")
  }

  /// The program finds closed what the caller closed, and nothing of ours.
  @Test(arguments: combinations)
  func theProgramFindsThemClosed(closed: String) {
    let outcome = Place.run(
      """
      cat >look <<'.'
      for d in /proc/self/fd/*; do if [ -e "$d" ]; then f=$f${d##*/}; fi; done; echo "$f." >>found
      .
      sleep 60 & P=$!
      list() { sh -c 'exec "$@" \(closed)' - "$@" sh -c "$(cat look)" </dev/null >o 2>e; }
      list
      list unshare -u; list unshare -f --kill-child; list unshare --map-users 0:0:1 --map-groups 0:0:1
      list unshare -r; list unshare -T --boottime 1; list unshare -R / -w "$PWD"
      list nsenter -t $P -u; list nsenter -t $P -a -r -w; list nsenter -t $P -p -e
      list nsenter -u/proc/self/ns/uts -S follow -t $P
      kill $P; sort found | uniq -c | tr -s ' '
      """)
    let words = closed.split(separator: " ")
    let open = zip(["0", "1", "2"], ["<&-", ">&-", "2>&-"]).filter { !words.contains($1[...]) }
      .map { $0.0 }.joined()
    #expect(outcome.stdoutText == " 11 \(open).\n", "\(outcome.stderrText)")
  }
}
