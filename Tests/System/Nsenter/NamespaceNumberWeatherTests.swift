import Harness
import Testing

/// Namespaces by number where somebody is in the way, and what it costs who does not use them.
@Suite(.enabled(if: canSandbox, needsRoot)) struct NamespaceNumberWeatherTests {
  private func run(_ script: String) -> Outcome { Jail.run(Jail.functions + script) }

  /// `$A` sleeps in a network namespace of its own, `$n`.
  private static let target = """
    unshare -n sleep 1000 & A=$!; waitcomm $A sleep
    n=$(readlink /proc/$A/ns/net); i=$(number net $A)
    here() { [ "$(readlink /proc/self/ns/${1:-net})" = "${2:-$n}" ] && echo same; }
    export -f here; export n

    """

  /// Attacker: a process that changes its namespace between the look at its link and the opening, to be entered
  /// in the place of the one that was named. One that stays has it as well.
  @Test(
    .enabled(
      if: findTool("strace") != nil && findTool("python3") != nil, "needs strace and python3"))
  func oneThatChangesItsNamespaceMeanwhile() {
    let outcome = run(
      """
      python3 -c 'import ctypes, os, time
      libc = ctypes.CDLL(None)
      own = os.open("/proc/self/ns/uts", 0); libc.unshare(0x04000000)
      new = os.open("/proc/self/ns/uts", 0)
      if os.fork() == 0: os.close(own); os.close(new); time.sleep(1000)
      libc.setns(own, 0); libc.unshare(0x04000000); other = os.open("/proc/self/ns/uts", 0)
      print(os.fstat(new).st_ino, file=open("number", "w"), flush=True)
      while True: libc.setns(new, 0); time.sleep(0.0004); libc.setns(other, 0); time.sleep(0.0004)' & A=$!
      until [ -s number ]; do sleep 0.02; done; N=$(cat number)
      for i in $(seq 30); do
        strace -qq -o /dev/null -e trace=openat -e inject=openat:delay_enter=1000 \
          nsenter --uts="uts:[$N]" readlink /proc/self/ns/uts
      done >entered 2>&1
      for i in $(seq 100); do nsenter --uts=inode:$N readlink /proc/self/ns/uts; done >>entered 2>&1
      sort entered | uniq -c | sed "s/$N/N/"
      kill $A
      """)
    #expect(
      outcome.stdoutText.split(whereSeparator: \.isWhitespace) == ["130", "uts:[N]"],
      "\(outcome.stdoutText)")
  }

  /// Attacker: the target itself, which is in the namespace when it is chosen and in another one when it is entered.
  @Test(
    .enabled(
      if: findTool("strace") != nil && findTool("python3") != nil, "needs strace and python3"),
    arguments: ["-u", "-a", "-u -m --mount-proc"])
  func aTargetThatChangesItsNamespaceMeanwhile(options: String) {
    let outcome = run(
      """
      python3 -c 'import ctypes, os, time
      libc = ctypes.CDLL(None)
      libc.unshare(0x04000000); new = os.open("/proc/self/ns/uts", 0)
      libc.unshare(0x04000000); other = os.open("/proc/self/ns/uts", 0)
      print(os.fstat(new).st_ino, file=open("number", "w"), flush=True)
      while True: libc.setns(new, 0); time.sleep(0.004); libc.setns(other, 0); time.sleep(0.002)' & A=$!
      until [ -s number ]; do sleep 0.02; done; N=$(cat number)
      # Until the target was caught and missed, however seldom it gets the processor.
      both() { grep -qxF "uts:[$N]" entered && grep -q changed entered; }
      : >entered; i=0
      while [ $((i += 1)) -le 40 ] || { [ $i -le 2000 ] && ! both; }; do
        strace -qq -o /dev/null -e trace=setns -e inject=setns:delay_enter=$((i % 8 * 700)) \
          nsenter -t "uts:[$N]" \(options) readlink /proc/self/ns/uts
      done >>entered 2>&1
      sed "s/$N/N/" entered | sort | uniq -c
      kill $A
      """)
    let entered = "uts:[N]"
    let changed = "nsenter: the target changed its namespaces"
    let lines = outcome.stdoutText.split(separator: "\n").map {
      $0.drop { " 0123456789".contains($0) }
    }
    #expect(
      lines.contains { $0 == entered } && lines.contains { $0 == changed }, "\(outcome.stdoutText)")
    #expect(
      lines.allSatisfy { !$0.hasPrefix("uts:") || $0 == entered }, "\(outcome.stdoutText)")
  }

  /// Attacker: a user whose server never answers mounts it where namespaces are looked for.
  @Test(.enabled(if: HungFuse.missing == nil, "needs /dev/fuse and python3"))
  func mountsThatHang() {
    let outcome = run(
      "mount -t tmpfs none /mnt; cd /mnt\n" + HungFuse.functions + """

        cat >foreign <<'END'
        touch cover; mkdir f; serve /mnt/f
        for place in f/x cover; do unshare --uts=/mnt/$place true; done
        stat -c %i cover >number; serve /mnt/cover file
        mkfifo fifo; python3 -c 'import os, time; os.open("f/a", 0); time.sleep(1000)' & servers="$servers $!"
        echo $servers >ready; exec sleep 1000
        END
        unshare -m bash -c "$(declare -f serve); . ./foreign" & attacker=$!
        until [ -s ready ]; do sleep 0.02; done
        servers=$(cat ready); hang
        bounded nsenter --uts=inode:$(cat number) true
        bounded nsenter --uts='uts:[1]' true
        bounded nsls --holders $(cat number)
        kill -KILL $servers
        """)
    #expect(
      outcome.stdoutText.split(separator: "\n").filter { $0.hasPrefix("status") }
        == ["status 1", "status 1", "status 1"], "\(outcome.stdoutText)")
  }

  /// Out of descriptors nothing is found, and it is said why: nobody takes that for a namespace that is gone.
  @Test func withoutDescriptors() {
    let outcome = run(
      Self.target + """
        bash -c 'ulimit -n 4; exec nsenter --net=inode:1 echo entered'
        bash -c 'ulimit -n 5; exec nsenter -t inode:1 -n echo entered'
        """)
    #expect(outcome.stdoutText.isEmpty)
    #expect(
      outcome.stderrText
        == "nsenter: cannot open inode:1: Too many open files\nnsenter: invalid PID argument\n")
  }

  /// Nobody who does not use them pays for them: not one call more, and no look at /proc.
  @Test(.enabled(if: findTool("strace") != nil, "strace is not installed"))
  func nobodyElsePays() {
    let outcome = run(
      Self.target + """
        strace -o log nsenter -t $A -n true; grep -c -e getdents -e mountinfo log
        strace -o log nsenter --net=/proc/$A/ns/net true; grep -c -e getdents -e mountinfo log
        """)
    #expect(outcome.stdoutText == "0\n0\n", "\(outcome.stderrText)")
  }
}
