import Harness
import Testing

/// The attacker is a plain user who makes what a listing reads as long as he likes: mounts, groups,
/// processes below each other. Memory must not grow with it, and time not with its square.
@Suite(
  .enabled(if: canSandbox, needsRoot), .enabled(if: findTool("python3") != nil, "needs python3"))
struct ResourceTests {
  /// The lines a script prints in a jail. `limited` runs a command in 16 MiB of address space.
  private func lines(_ script: String) -> [Substring] {
    let outcome = Jail.run(
      Jail.functions + "mount -t tmpfs none /mnt; cd /mnt\n"
        + "limited() { (ulimit -v 16384; exec \"$@\"); }\n" + script, timeLimit: 120)
    #expect(outcome.stderrText.isEmpty)
    return outcome.stdoutText.split(separator: "\n")
  }

  /// 1500 mounts in lines of 30 kB, 45 MB of text; in the own mount namespace, then in another one.
  @Test func mountTablesAreReadInPieces() {
    let lines = lines(
      #"""
      cat >mounts.py <<'END'
      import ctypes, os
      libc = ctypes.CDLL(None)
      name = b"/mnt" + (b"/" + b"\n" * 250) * 15
      os.makedirs(name, exist_ok=True)
      for _ in range(1500):
        if libc.mount(name, name, None, 4096, None): raise SystemExit("mount")
      open("/mnt/ready", "w").write("x")
      END
      touch usual; unshare --uts=/mnt/usual true
      unshare -m bash -c 'python3 mounts.py; exec sleep 1000' &
      until [ -s ready ]; do sleep 0.1; done
      limited lsns -P -n -r -o NSFS -t uts --discover=all; echo $?
      rm ready; python3 mounts.py
      [ $(wc -c </proc/self/mountinfo) -gt 40000000 ]; echo $?
      limited lsns -P -n -r -o NSFS -t uts; echo $?
      """#)
    #expect(lines == ["/mnt/usual", "0", "0", "/mnt/usual", "0"])
  }

  /// 1000 processes below each other: 27 MB of JSON, most of it blanks.
  @Test func deepTreesAreWrittenInPieces() throws {
    let lines = lines(
      """
      # Each a new program: a chain of forks alone costs the kernel the square of its length.
      cat >chain <<'END'
      if [ $1 -gt 0 ]; then sh chain $(($1 - 1)) & else echo x >ready; fi
      exec sleep 1000
      END
      sh chain 1000 &
      until [ -s ready ]; do sleep 0.1; done
      limited lsns -J --tree=process -p $$ -t pid >whole 2>&1; echo $?
      limited lsns -J $(number pid self) --tree=process -o COMMAND,PID,PPID,NS,TYPE | wc -c
      """)
    #expect(lines.count == 2 && lines.first == "0")
    #expect(try #require(lines.last.flatMap { Int($0) }) > 20_000_000)
  }

  /// As many groups as the kernel allows: 65,536 took 40 seconds, and four times as many as a quarter
  /// of them took sixteen times as long.
  @Test func groupsCostWhatTheyAre() throws {
    let lines = lines(
      """
      run() {
        python3 -c 'import os, sys, time
      os.setgroups(range(100000, 100000 + int(sys.argv[1])))
      open("ready", "w").write("x"); time.sleep(1000)' $1 &
        until [ -s ready ]; do sleep 0.1; done
        rm ready
        python3 -c 'import os, resource, subprocess, sys
      for form in [], ["--json"]:
        n = len(subprocess.run(["unyoke", "privs", *form, sys.argv[1]], stdout=subprocess.PIPE).stdout)
        print(n)
      print(int(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime * 1000))' $!
      }
      run 16384; run 65536
      """
    ).compactMap { Int($0) }
    try #require(lines.count == 6)
    #expect(lines[3] > 65536 * 7 && lines[4] > 65536 * 7)
    // Of user time, in milliseconds; a few of them are noise.
    #expect(lines[5] <= 8 * max(lines[2], 20), "\(lines)")
  }
}
