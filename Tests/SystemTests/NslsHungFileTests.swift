import Harness
import Testing

/// The attacker is a user who holds or mounts files of a server that never answers, his own FUSE
/// server for one, so that whoever lists namespaces waits for ever; or a file server that died.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: HungFuse.missing == nil, "needs /dev/fuse and python3"))
struct NslsHungFileTests {
  private func lines(_ script: String) -> [Substring] {
    let outcome = Jail.run(
      Jail.functions + "mount -t tmpfs none /mnt; cd /mnt\n" + HungFuse.functions + script
        + "\nkill -KILL $server")
    #expect(outcome.stderrText.isEmpty)
    return outcome.stdoutText.split(separator: "\n")
  }

  /// An open descriptor, one that only names, a directory, a mapped file.
  @Test func openFilesAreNotAsked() {
    let lines = lines(
      """
      mkdir f; serve /mnt/f
      python3 -c 'import os, time
      os.open("f", os.O_RDONLY); os.open("f/a", os.O_RDONLY); os.open("f/b", 0o10000000)
      os.open("f/c", os.O_RDWR); time.sleep(1000)' &
      until [ "$(readlink /proc/$!/fd/* | grep -c /mnt/f)" = 4 ]; do sleep 0.02; done
      hang
      bounded lsns -n -t uts -o TYPE
      bounded lsns -n -t uts -o TYPE --discover=all
      bounded lsns -r -n -o PID -t pid -p 1
      """)
    #expect(lines == ["uts", "status 0", "uts", "status 0", "1", "status 0"])
  }

  /// A descriptor that is no socket is not sent a socket's request.
  @Test func nsenterAsksSocketsOnly() {
    let lines = lines(
      """
      mkdir f; serve /mnt/f
      python3 -c 'import os, time; os.dup2(os.open("f/a", os.O_RDONLY), 9); time.sleep(1000)' &
      until [ -e /proc/$!/fd/9 ]; do sleep 0.02; done
      target=$!
      strace -o log -e trace=ioctl,fstat,newfstatat nsenter -t $target -N 9 true 2>/dev/null
      grep -c -e SIOCGSKNS -e fstat log
      """)
    #expect(lines == ["0"])
  }
}
