import Harness
import Testing

/// `--discover` and the column HELDBY: a namespace that is held in one way only is found in this
/// way only, and its holder is named.
@Suite(.enabled(if: canSandbox, needsRoot)) struct NslsDiscoveryTests {
  /// A namespace in `$N`, held in one way.
  struct Way: Sendable, CustomTestStringConvertible {
    let word: String
    let kind: String
    let script: String
    /// What HELDBY says; `$N` and other variables of the script stand for themselves.
    let holder: String
    var isUsual = true
    var testDescription: String { word }
  }

  static let ways: [Way] = [
    Way(
      word: "proc", kind: "uts",
      script: "unshare -u sleep 1000 & A=$!; waitcomm $A sleep; N=$(number uts $A)",
      holder: "proc:$A"),
    Way(
      word: "fd", kind: "uts",
      script: """
        unshare -u sleep 1000 & A=$!; waitcomm $A sleep; N=$(number uts $A)
        exec 9</proc/$A/ns/uts; kill $A; wait $A 2>/dev/null
        """, holder: "fd:1/9"),
    Way(
      word: "socket", kind: "net",
      script: """
        perl -MSocket -e 'open my $own, "<", "/proc/self/ns/net";
          syscall(272, 0x40000000) == 0 or die; $^F = 20;
          socket(my $s, PF_INET, SOCK_DGRAM, 0) or die; print readlink("/proc/self/ns/net"), "\\n";
          close STDOUT; syscall(308, fileno($own), 0) == 0 or die; close $own;
          exec "sleep", "1000"' >number & A=$!
        waitcomm $A sleep; N=$(tr -dc 0-9 <number); F=$(find /proc/$A/fd -lname 'socket:*' -printf %f)
        """, holder: "socket:$A/$F"),
    Way(
      word: "mount", kind: "uts",
      script: """
        mount -t tmpfs none /mnt; touch /mnt/u; unshare --uts=/mnt/u true
        N=$(stat -c %i /mnt/u)
        """, holder: "mount:/mnt/u"),
    Way(
      word: "task", kind: "uts",
      script: """
        python3 -c 'import ctypes, threading, time
        def inner():
            ctypes.CDLL(None).unshare(0x04000000)
            print(threading.get_native_id(), flush=True)
            time.sleep(1000)
        threading.Thread(target=inner).start()' >thread & A=$!
        until [ -s thread ]; do sleep 0.02; done
        T=$(cat thread); N=$(number uts $A/task/$T)
        """, holder: "task:$A/$T", isUsual: false),
    Way(
      word: "children", kind: "pid",
      script: """
        # Before it has had a process the kernel does not show it.
        unshare -p sh -c '(:) & wait; exec sleep 1000' & A=$!
        waitcomm $A sleep; N=$(number pid_for_children $A)
        """, holder: "children:$A", isUsual: false),
    Way(
      word: "mount-all", kind: "uts",
      script: """
        unshare -m sh -c 'mount -t tmpfs none /mnt; touch /mnt/u; unshare --uts=/mnt/u true
          stat -c %i /mnt/u >number; exec sleep 1000' & A=$!
        waitcomm $A sleep; N=$(cat number)
        """, holder: "mount-all:$A:/mnt/u", isUsual: false),
    Way(
      word: "ancestor", kind: "user",
      script: """
        unshare -U -r sh -c 'readlink /proc/self/ns/user >number
          exec unshare -U -r sleep 1000' & A=$!
        waitcomm $A sleep; N=$(tr -dc 0-9 <number)
        """, holder: "ancestor:$(number user $A)", isUsual: false),
  ]

  private func run(_ way: Way, _ script: String) -> Outcome {
    Jail.run(Jail.functions + way.script + "\n" + script)
  }

  @Test(arguments: ways) func isFoundInItsWay(way: Way) {
    let outcome = run(
      way,
      """
      show() { lsns -l -n -r -t \(way.kind) -t user -o TYPE,NPROCS,HELDBY -Q "NS == $N" "$@"; }
      echo "want \(way.holder)"
      show --discover=\(way.word); echo usual; show; echo all; show --discover=all
      echo others
      for word in proc fd socket mount task children mount-all ancestor; do
        [ $word = \(way.word) ] || show --discover=$word
      done
      echo alone; lsns -l -n -r -o TYPE,NPROCS,HELDBY --discover=\(way.word)
      """)
    #expect(outcome.stderrText.isEmpty)
    var lines = outcome.stdoutText.split(separator: "\n").map(String.init)
    let wanted = "\(way.kind) \(way.word == "proc" ? 1 : 0) \(lines.removeFirst().dropFirst(5))"
    // A mount of our own is one of any mount namespace.
    let others = way.word == "mount" ? [wanted] : []
    // Nothing else is held in this way.
    let alone = way.word == "proc" ? lines.dropFirst(lines.firstIndex(of: "alone")! + 1) : [wanted]
    #expect(
      lines == [wanted, "usual"] + (way.isUsual ? [wanted] : []) + ["all", wanted, "others"]
        + others + ["alone"] + alone)
    #expect(way.word != "proc" || alone.count >= 9 && alone.contains(wanted))
  }

  /// Its processes are listed, or none, however the namespace was found.
  @Test(arguments: ways) func isFoundByItsNumber(way: Way) {
    let outcome = run(
      way,
      """
      lsns -l -n -r -o NPROCS,HELDBY --discover=\(way.word) $N; echo "status $?"
      lsns -l -n -r -o NPROCS,HELDBY --discover=\(way.word) $(number uts 1) | head -n 1
      lsns -l -n -r -o NPROCS --discover=\(way.word) $(number uts 1) | uniq
      echo "want \(way.holder)"
      """)
    #expect(outcome.stderrText.isEmpty)
    let lines = outcome.stdoutText.split(separator: "\n").map(String.init)
    let rows = way.word == "proc" ? ["1 \(lines.last?.dropFirst(5) ?? "")"] : []
    #expect(lines.dropLast(3) == rows + ["status 0"])
    let others = lines.dropLast().suffix(2)
    // The processes of the script, one of which is the lister itself.
    #expect(others.first?.hasSuffix(" proc:1") == true, "\(lines)")
    #expect(others.last.flatMap { Int($0) } ?? 0 >= 2, "\(lines)")
  }

  /// Whatever a listing shows is found by its number: here also the parent without processes of a
  /// parent with one, of which a child is held.
  @Test func whatIsListedIsFound() {
    let outcome = Jail.run(
      Jail.functions + """
        unshare -U -r unshare -U -r bash -c 'unshare -U sleep 1000 &
          until [ "$(cat /proc/$!/comm)" = sleep ]; do sleep 0.02; done
          exec 9</proc/$!/ns/user; kill $!; wait $! 2>/dev/null; exec sleep 1000' & A=$!
        waitcomm $A sleep
        lsns -lnr -t user -o NPROCS >out; sort out
        for options in "" --discover=all; do
          for n in $(lsns -lnr -o NS $options); do lsns $n $options >out || echo "status $?"; done
        done
        """)
    #expect(outcome.stdoutText == "0\n0\n1\n2\n")
    #expect(outcome.stderrText.isEmpty)
  }

  /// A thread that outlives the one its process began with.
  @Test func aThreadThatIsLeft() {
    let outcome = Jail.run(
      Jail.functions + """
        cat >threads <<'X'
        import ctypes, os, threading, time
        libc = ctypes.CDLL(None)
        def inner():
            print(threading.get_native_id(), flush=True)
            time.sleep(1000)
        threading.Thread(target=inner).start()
        # Who has ended has no namespaces to be read.
        while not os.path.exists("go"): time.sleep(0.02)
        libc.pthread_exit(None)
        X
        unshare -u python3 threads >thread & A=$!
        until [ -s thread ]; do sleep 0.02; done; N=$(number uts $A); touch go
        until grep -q '^State:.*Z' /proc/$A/status; do sleep 0.02; done
        show() { lsns -lnr -t uts -o NPROCS,HELDBY -Q "NS == $N" "$@" | sed "s,$A/$(cat thread),P/T,"; }
        show; show --discover=+task
        """)
    #expect(outcome.stdoutText == "0 task:P/T\n", "\(outcome.stderrText)")
  }

  /// What only processes can tell is told without a look at anything else.
  @Test func oneProcessAmongTheFound() {
    let outcome = run(
      Self.ways[1],
      """
      unshare -i sleep 1001 & B=$!; waitcomm $B sleep; exec 8</proc/$B/ns/ipc
      lsns -lnr -o TYPE -p $B --discover=fd; lsns -lnr -o TYPE -p $B --discover=task
      lsns -lnr -o TYPE,HELDBY -p $B -t ipc | sed "s/$B/B/"
      lsns -lnr -o TYPE,HELDBY -p $B -t ipc --discover=proc | sed "s/$B/B/"
      """)
    #expect(outcome.stdoutText == "ipc\nipc proc:B,fd:1/8\nipc proc:B\n")
    #expect(outcome.stderrText.isEmpty)
  }

  /// An ancestor with processes needs no descendants to be found, and is not held by them.
  @Test func ancestorsHaveNoProcesses() {
    let outcome = run(
      Self.ways[1],
      """
      lsns -lnr -t user -t uts -o TYPE,NPROCS,HELDBY --discover=fd,ancestor
      lsns -lnr -t user -t uts -o TYPE,HELDBY
      """)
    #expect(outcome.stdoutText == "uts 0 fd:1/9\nuser proc:1\nuts proc:1\nuts fd:1/9\n")
  }

  @Test func severalHoldersAreNamedOnceEach() {
    let outcome = Jail.run(
      Jail.functions + """
        mount -t tmpfs none /mnt; touch /mnt/a /mnt/b
        unshare -u sleep 1000 & A=$!; waitcomm $A sleep
        mount --bind /proc/$A/ns/uts /mnt/a; mount --bind /proc/$A/ns/uts /mnt/b
        exec 8</mnt/a 9</mnt/b
        lsns -lnr -t uts -o HELDBY --discover=all -Q 'NPROCS == 1' | sed "s/$A/A/"
        """)
    #expect(outcome.stdoutText == "proc:A,fd:1/8,mount:/mnt/a\n")
  }

  @Test func plusAddsToTheUsual() {
    let outcome = run(
      Self.ways[4], "lsns -lnr -t uts -o NPROCS --discover=+task; lsns -lnr -t uts -o NPROCS; :")
    #expect(outcome.stdoutText == "3\n0\n3\n")
  }

  /// Only the exact names of options are known, a column in any case, and nothing else changes.
  @Test func isAnExtension() {
    let outcome = Jail.run(
      """
      lsns --disc=all; lsns --discover=fd,x; lsns --discover
      lsns -o heldby | head -n 1; lsns -H | grep -c HELDBY; lsns --discover=all -H | grep -c HELDBY
      lsns --output-all | head -n 1 | grep -c HELDBY
      """)
    #expect(outcome.stdoutText == "HELDBY\n0\n1\n0\n")
    #expect(
      outcome.stderrText == """
        lsns: unrecognized option '--disc=all'
        Try 'lsns --help' for more information.
        lsns: unknown way to discover namespaces: 'x'
        lsns: option '--discover' requires an argument
        Try 'lsns --help' for more information.

        """)
  }
}
