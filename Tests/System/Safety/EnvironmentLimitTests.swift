import Harness
import Testing

/// `nsenter --env` and a target that makes its environment as large as it likes, which any process
/// can by prctl(2) PR_SET_MM_MAP: the caller's memory must not grow with it.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("python3") != nil, "python3 is not installed"))
struct EnvironmentLimitTests {
  /// A process whose environment is so many bytes, of entries or of one without an end.
  private static func target(_ size: Int, _ content: String) -> String {
    """
    cat >grow.py <<'X'
    import ctypes, mmap, struct, time
    size, content = \(size), \(content)
    memory = mmap.mmap(-1, size, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    for start in range(0, size, 1 << 20):
        memory[start:start + (1 << 20)] = (content * ((1 << 20) // len(content) + 1))[:min(1 << 20, size - start)]
    place = ctypes.addressof(ctypes.c_char.from_buffer(memory))
    field = [0, 0, 0] + open('/proc/self/stat').read().rsplit(')', 1)[1].split()
    libc = ctypes.CDLL(None)
    libc.sbrk.restype = ctypes.c_void_p
    at = lambda number: int(field[number])
    request = struct.pack('11QQIi', at(26), at(27), at(45), at(46), at(47), libc.sbrk(0), at(28),
        at(48), at(49), place, place + size, 0, 0, -1)
    buffer = ctypes.create_string_buffer(request, len(request))
    if libc.prctl(35, 14, buffer, ctypes.c_ulong(len(request)), ctypes.c_ulong(0)) == 0:
        open('up', 'w').close()
        time.sleep(100)
    X
    python3 grow.py & P=$!
    until [ -e up ]; do kill -0 $P || { echo 'no large environment'; break; }; sleep 0.05; done
    """
  }

  @Test(
    arguments: [
      "b'A=1' + bytes(1)", "bytes(16)", "b'A'", "b'A=' + b'B' * 1000 + bytes(1)",
    ])
  func moreThanExecTakes(content: String) {
    let outcome = Place.run(
      "\(Self.target(200 << 20, content)); ulimit -v 49152;"
        + " nsenter -t $P -u -e /bin/echo ran; echo $?; kill $P")
    #expect(outcome.stdoutText == "126\n", "\(content)")
    #expect(
      outcome.stderrText == "nsenter: failed to execute /bin/echo: Argument list too long\n")
  }

  /// As much as can be had is handed over: the whole environment of a process with an unlimited
  /// stack.
  @Test func asMuchAsExecTakes() {
    let outcome = Place.run(
      """
      ulimit -s unlimited
      cat >many.py <<'X'
      import os
      os.execve('/bin/sleep', ['sleep', '60'], {'V%05d' % n: 'x' * 990 for n in range(6000)})
      X
      python3 many.py & P=$!; until grep -qs sleep /proc/$P/comm; do sleep 0.02; done
      wc -c </proc/$P/environ; nsenter -t $P -u -e /usr/bin/env | wc -c; kill $P
      """)
    #expect(outcome.stdoutText == "5988000\n5988000\n", "\(outcome.stderrText)")
  }
}
