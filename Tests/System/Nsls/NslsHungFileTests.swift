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
        + "\nkill -KILL $servers")
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

  /// The place of a new /proc, which an old one could be in.
  @Test func placesAreNotAsked() {
    let lines = lines(
      """
      cat >target <<'END'
      mkdir f; serve /mnt/f; mount --move /mnt/f /proc
      echo $servers >ready; exec sleep 1000
      END
      unshare -m bash -c "$(declare -f serve); . ./target" & target=$!
      until [ -s ready ]; do sleep 0.02; done
      servers=$(cat ready); hang; export UNYOKE_HINTS=never
      bounded nsenter -t $target -m --mount-proc echo started
      """)
    #expect(lines == ["nsenter: mount /proc failed: Operation not supported", "status 1"])
  }

  /// A namespace mounted on one of its files, and one that it covers; the third is as usual.
  @Test func mountsAreNotAsked() {
    let lines = lines(
      """
      mkdir f; touch cover usual; serve /mnt/f
      for place in f/x cover usual; do unshare --uts=/mnt/$place true; done
      serve /mnt/cover file
      hang
      bounded lsns -P -n -r -o NSFS -t uts
      bounded lsns -P -n -r -o NSFS,HELDBY -t uts --discover=all
      """)
    #expect(lines == ["/mnt/usual", "status 0", "/mnt/usual mount:/mnt/usual", "status 0"])
  }

  /// The same in a mount namespace of the attacker's.
  @Test func foreignMountsAreNotAsked() {
    let lines = lines(
      """
      cat >foreign <<'END'
      touch cover usual; mkdir f; serve /mnt/f
      for place in f/x cover usual; do unshare --uts=/mnt/$place true; done
      serve /mnt/cover file
      echo $servers >ready; exec sleep 1000
      END
      unshare -m bash -c "$(declare -f serve); . ./foreign" & attacker=$!
      until [ -s ready ]; do sleep 0.02; done
      servers=$(cat ready); hang
      bounded lsns -n -r -o HELDBY -t uts --discover=all -Q 'NPROCS == 0' | sed "s/:$attacker:/:/"
      """)
    #expect(lines == ["mount-all:/mnt/usual", "status 0"])
  }
}
