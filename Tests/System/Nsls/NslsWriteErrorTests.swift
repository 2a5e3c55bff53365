import Harness
import Testing

/// What becomes of a listing that cannot be written, beside the original: whoever reads it decides
/// where it ends, and must not be able to make a part look like the whole.
@Suite(.enabled(if: canSandbox, needsRoot), .enabled(if: findTool("lsns") != nil, "needs lsns"))
struct NslsWriteErrorTests {
  /// Rows of the UTS namespaces whose commands make up a listing of `$1` bytes.
  private static let world = """
    declare -a options=(-l -n -r -t uts -o COMMAND)
    fill() {
      local left=$(($1 - $(lsns "${options[@]}" | wc -c))) part
      while [ $left -gt 0 ]; do
        part=$((left > 2500 ? 2000 : left))
        # A newline, and the blank in front of the argument, which is written in four bytes.
        unshare -u bash -c 'exec -a "$1" sleep 99' - \
          "$(head -c $((part - 7)) /dev/zero | tr '\\0' x)" &
        until [ "$(cat /proc/$!/comm)" = sleep ]; do sleep 0.02; done
        left=$((left - part))
      done
    }
    # Runs $1 in all the ways in which a listing cannot be written.
    outcomes() {
      local lsns=$1
      "$lsns" "${options[@]}" 2>&1 >/dev/full; echo "full $?"
      "$lsns" "${options[@]}" 2>&1 1</dev/null; echo "unwritable $?"
      "$lsns" "${options[@]}" 2>&1 1>&-; echo "closed $?"
      # The reader is gone before anything is written: there was one while 9 was opened.
      [ -p gone ] || mkfifo gone
      exec 7>&1 8<>gone 9>gone 8<&-
      (trap '' PIPE; "$lsns" "${options[@]}" 2>&7 >&9; echo "left $?" >&7)
      exec 9>&-
      (trap '' PIPE XFSZ; ulimit -f 4; "$lsns" "${options[@]}" 2>&1 >limited; echo "limit $?")
      (trap '' XFSZ; ulimit -f 8; "$lsns" "${options[@]}" 2>&1 >limited; echo "limit $?")
      "$lsns" "${options[@]}" | wc -c
    }

    """

  @Test(arguments: [3000, 4095, 4096, 4097, 6000, 8191, 8192, 8193, 12288, 12289, 20000])
  func asTheOriginal(size: Int) {
    let outcome = Jail.run(
      Self.world + """
        fill \(size); outcomes /usr/bin/lsns >theirs; outcomes "$BIN/lsns" >ours
        diff theirs ours; tail -n 1 ours; grep -c 'lsns: write error$' ours
        """)
    #expect(outcome.stderrText.isEmpty)
    // Where one buffer is not the last, nobody knows why it was not written.
    let unexplained =
      size > 12288 ? 6 : size > 8192 ? 5 : size > 4096 ? 3 : 0
    #expect(outcome.stdoutText == "\(size)\n\(unexplained)\n")
  }
}
