import Harness
import Testing

/// How an entry keeps its binary out of reach of what it starts, and that this costs nothing and
/// changes nothing where it is not needed. The attacks themselves are in BinaryAttackTests.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("strace") != nil, "strace is not installed"))
struct BinaryProtectionTests {
  private static let noMount = "-e inject=open_tree:error=EPERM"
  private static let noCopy = "-e inject=memfd_create:error=ENOSYS"

  /// Runs nsenter under strace; what was traced is in the file `trace`.
  private func run(
    _ options: String, calls: String = "prctl,setns,execve,execveat,open_tree,memfd_create",
    inject: String = "", then: String = ":", program: String = "nsenter"
  ) -> Outcome {
    Place.run(
      "\(NsenterFaultTests.target); strace -f -qq -o trace -e trace=\(calls) \(inject)"
        + " $BIN/\(program) \(options); s=$?; \(then); \(NsenterFaultTests.end); exit $s")
  }

  /// The first process hides before the first setns(2), and once.
  @Test(arguments: ["-t $P -n -u true", "-t $P -m -p true", "-n/proc/$P/ns/net true"])
  func hidesFirst(options: String) {
    let outcome = run(
      options,
      then: "grep -oE 'PR_SET_DUMPABLE, [^)]*|setns' trace | awk '{ print $1, $2 }' | uniq")
    #expect(
      outcome.stdoutText == "PR_SET_DUMPABLE, SUID_DUMP_DISABLE\nsetns \n",
      "\(outcome.stderrText)")
    #expect(outcome.ending == .exited(0))
  }

  /// A kernel that does not know how to hide a process is no reason not to enter.
  @Test func hidingMayFail() {
    let outcome = run("-t $P -n echo ran", inject: "-e inject=prctl:error=EINVAL")
    #expect(outcome.stdoutText == "ran\n", "\(outcome.stderrText)")
  }

  /// Where an option of ours gives rights up it is one, be the call refused or a lie.
  @Test(arguments: [("error=EINVAL", "Invalid argument"), ("retval=0", "Operation not permitted")])
  func hidingMustNotFail(answer: String, text: String) {
    let options = "-t $P -n --cap-drop ALL echo ran"
    // libcap asks its own questions before, and how many depends on the kernel.
    let before = run(
      options, calls: "prctl", then: "grep -n PR_SET_DUMPABLE trace | cut -d : -f 1 >&2")
    let place = before.stderrText.split(separator: "\n").first ?? ""
    let outcome = run(options, inject: "-e inject=prctl:\(answer):when=\(place)")
    #expect(outcome.stdoutText.isEmpty)
    #expect(outcome.stderrText == "nsenter: cannot hide from other processes: \(text)\n")
    #expect(outcome.ending == .exited(1))
  }

  /// The program is as visible as any other: gdb, core files and /proc work.
  @Test func theProgramIsNotHidden() {
    let outcome = run("-t $P -p -S 1001 sh -c 'stat -c %u /proc/self/environ; cat /proc/self/comm'")
    #expect(outcome.stdoutText == "1001\ncat\n", "\(outcome.stderrText)")
  }

  /// Root who keeps all rights, and whoever enters no files of others, pays no system call.
  @Test(arguments: [
    "-t $P -m -p -n true", "-t $P -m --nnp true", "-t $P -n -p --cap-drop ALL true",
    "-t $P -n -S 1001 true",
  ])
  func costsNothing(options: String) {
    let outcome = run(
      options, calls: "faccessat2,fcntl,fstatfs,memfd_create,execve,execveat",
      then: "grep -c 'faccessat2\\|F_GET_SEALS\\|fstatfs\\|memfd\\|execveat' trace;"
        + " grep -c 'execve(\"[^\"]*/nsenter' trace")
    #expect(outcome.stdoutText == "0\n1\n", "\(outcome.stderrText)")
  }

  /// Who cannot write the binary asks once.
  @Test func theBinaryOfSomebodyElse() {
    let outcome = Place.run(
      "unshare -r -m sleep 60 & P=$!; until [ \"$(cat /proc/$P/comm)\" = sleep ]; do sleep 0.02;"
        + " done; strace -f -qq -o trace -e trace=faccessat2,execveat,memfd_create $BIN/nsenter -t"
        + " $P -U -m --preserve-credentials echo ran; kill $P; sed 's/.*=//' trace", as: .tester)
    #expect(outcome.stdoutText == "ran\n -1 EACCES (Permission denied)\n", "\(outcome.stderrText)")
  }

  /// What is refused today and not for ever: the attacker inside holds a descriptor of the binary until
  /// a read-only system is made writable for an upgrade, its owner changes the mode, or somebody brings
  /// it to root inside, who may more than a caller with few capabilities.
  @Test(arguments: [
    ("mount --bind -o ro d d", ""), ("chown 1001 d/nsenter; chmod 555 d/nsenter", few),
    (":", few),
  ])
  func aRefusalThatMayNotLast(prepare: String, user: String) {
    let outcome = Place.run(
      "\(NsenterFaultTests.target); mkdir d; cp $BIN/nsenter d/; \(prepare);"
        + " strace -f -qq -o trace -e trace=execveat \(user) d/nsenter -t $P -m"
        + " --inh-caps -all echo ran; \(Self.count); \(NsenterFaultTests.end)")
    #expect(outcome.stdoutText == "ran\n1\n", "\(outcome.stderrText)")
  }

  /// A user who may enter containers and little else.
  private static let few =
    "setpriv --reuid 1001 --regid 1001 --clear-groups --inh-caps +sys_admin,+sys_chroot,+sys_ptrace"
    + " --ambient-caps +sys_admin,+sys_chroot,+sys_ptrace"

  private static let count = "grep -c '^[0-9]* *execveat' trace"

  @Test func aReadOnlyMountIsTheFirstChoice() {
    let outcome = run(
      "-t $P -m --cap-drop ALL echo ran", then: "\(Self.count); grep -c memfd_create trace")
    #expect(outcome.stdoutText == "ran\n1\n0\n", "\(outcome.stderrText)")
  }

  /// What leads to a copy in memory: each call of the way by the mount refused.
  @Test(arguments: [
    "open_tree:error=EPERM", "open_tree:error=ENOSYS", "mount_setattr:error=EPERM",
    "execveat:error=EACCES:when=1", "faccessat2:error=ENOSYS", "faccessat2:error=EPERM",
  ])
  func withoutAMountACopy(inject: String) {
    let call = inject.prefix { $0 != ":" }
    let outcome = run(
      "-t $P -m -p --cap-drop ALL echo ran",
      calls: "execveat,memfd_create,\(call)", inject: "-e inject=\(inject)",
      then: "\(call == "faccessat2" ? ":" : "grep -c 'memfd_create(\"nsenter\".*= [0-9]' trace")")
    let copies = call == "faccessat2" ? "" : "1\n"
    #expect(outcome.stdoutText == "ran\n\(copies)", "\(outcome.stderrText)")
    #expect(outcome.stderrText == "")
    #expect(outcome.ending == .exited(0))
  }

  /// Before Linux 6.3 memfd_create(2) refuses the flag that later ones want.
  @Test func aCopyOnAnOldKernel() {
    let outcome = run(
      "-t $P -m --cap-drop ALL echo ran",
      inject: "\(Self.noMount) -e"
        + " inject=memfd_create:error=EINVAL:when=1", then: "grep -c memfd_create trace")
    #expect(outcome.stdoutText == "ran\n2\n", "\(outcome.stderrText)")
  }

  /// Neither way: an option of ours that gives rights up ends it, as does each call of the copy.
  @Test(arguments: [
    (noCopy, "Function not implemented"),
    ("-e inject=sendfile:error=ENOMEM", "Cannot allocate memory"),
    ("-e inject=execveat:error=EACCES", "Permission denied"),
  ])
  func failsClosed(inject: String, reason: String) {
    for options in ["-m --cap-drop ALL", "-m -S 1001 --nnp", "-n -r --bounding-set -bpf"] {
      let outcome = run(
        "-t $P \(options) echo ran",
        calls: "open_tree,memfd_create,sendfile,execveat,setns",
        inject: "\(Self.noMount) \(inject)",
        then: "grep -c setns trace")
      #expect(outcome.stdoutText == "0\n", "\(options)")
      #expect(
        outcome.stderrText == "nsenter: cannot protect its own binary: \(reason)\n", "\(options)")
      #expect(outcome.ending == .exited(1), "\(options)")
    }
  }

  /// Neither a mount nor a copy in memory has the capabilities of the file; the first run had.
  @Test func aBinaryWithCapabilitiesOfItsOwn() throws {
    try #require(findTool("setcap") != nil)
    let outcome = Place.run(
      "\(NsenterFaultTests.target); mkdir d; cp $BIN/nsenter d/; chown -R 1001 d;"
        + " setcap cap_sys_admin,cap_sys_chroot,cap_sys_ptrace+ep d/nsenter;"
        + " n='setpriv --reuid 1001 --regid 1001 --clear-groups d/nsenter'; $n -t $P -m -G 1001 echo"
        + " ran; $n -t $P -m -G 1001 --inh-caps -all echo ran; \(NsenterFaultTests.end)")
    #expect(
      outcome.stderrText == "nsenter: cannot protect its own binary: Operation not permitted\n")
    #expect(outcome.stdoutText == "ran\n")
  }

  /// A limit on the size of files is no reason to die of SIGXFSZ; the plain user has no other way.
  @Test func aLimitOnFiles() {
    let outcome = Place.run(
      "unshare -r -m sleep 60 & P=$!; until [ \"$(cat /proc/$P/comm)\" = sleep ]; do sleep 0.02;"
        + " done; cp $BIN/nsenter n; n() { bash -c 'ulimit -f 100; exec -a nsenter ./n \"$@\"' x -t $P"
        + " -U -m --preserve-credentials \"$@\"; }; n echo ran; n --cap-drop ALL echo ran; kill $P",
      as: .tester)
    #expect(outcome.stdoutText == "ran\n")
    #expect(outcome.stderrText == "nsenter: cannot protect its own binary: File too large\n")
  }

  /// What the original can do as well goes on as the original would.
  @Test func goesOnWithoutExtensions() {
    let outcome = run("-t $P -m -S 1001 echo ran", inject: "\(Self.noMount) \(Self.noCopy)")
    #expect(outcome.stdoutText == "ran\n", "\(outcome.stderrText)")
    #expect(outcome.ending == .exited(0))
  }

  @Test func unshareFailsClosedToo() {
    let inject = "\(Self.noMount) \(Self.noCopy)"
    let closed = run("-R / --cap-drop ALL echo ran", inject: inject, program: "unshare")
    #expect(
      closed.stderrText == "unshare: cannot protect its own binary: Function not implemented\n")
    #expect(closed.stdoutText == "")
    #expect(closed.ending == .exited(1))
    #expect(run("-R / -S 1001 echo ran", inject: inject, program: "unshare").stdoutText == "ran\n")
  }

  /// A descriptor that somebody executes proves nothing: the binary can still be written. It is not
  /// tried again, so this cannot go round in circles, and fails where that must not be.
  @Test func anotherOnesDescriptorIsNotTrusted() {
    let outcome = Place.run(
      "\(NsenterFaultTests.target); exec 7<$BIN/unyoke;"
        + " bash -c 'exec -a nsenter /dev/fd/7 -t $0 -m --cap-drop ALL echo ran' $P;"
        + " bash -c 'exec -a nsenter /dev/fd/7 -t $0 -m -S 1001 echo ran' $P; \(NsenterFaultTests.end)"
    )
    #expect(outcome.stdoutText == "ran\n")
    #expect(
      outcome.stderrText == "nsenter: cannot protect its own binary: Operation not supported\n")
  }

  /// Forks in the caller's own PID namespace, so that the program sees who waits for it.
  private static let visible = "-t $P -m -p/proc/self/ns/pid"

  /// Nobody can tell the second run from the first: the name and words of the process that waits,
  /// descriptors, also closed ones, environment, ignored signals. Compared with a run that went on
  /// without.
  @Test(arguments: ["", noMount])
  func nothingElseChanges(inject: String) {
    let outcome = Place.run(
      """
      \(NsenterFaultTests.target)
      cat >show <<'END'
      cat /proc/$PPID/comm; tr '\\0' ' ' </proc/$PPID/cmdline; echo
      ls /proc/self/fd | paste -sd,; grep SigIgn /proc/self/status; env | sort
      END
      run() {
        bash -c 'trap "" USR1; exec 7</dev/null 8>&1 <&-; exec "$@"' x strace -f -qq -o trace \
          -e trace=execveat,open_tree,memfd_create "$@" $BIN/nsenter \(Self.visible) -S 1001 sh \
          $PWD/show 2>&1
        grep -c execveat trace >>restarts
      }
      run \(Self.noMount) \(Self.noCopy) >without
      run \(inject) >with
      diff without with && paste -sd' ' restarts; head -1 with
      \(NsenterFaultTests.end)
      """)
    #expect(outcome.stdoutText == "0 1\nnsenter\n", "\(outcome.stderrText)")
  }

  /// However it was called: where only the executed name said which program is meant, argv[0] does
  /// the second time. Also what ps and killall(1) call it.
  @Test(arguments: ["", noMount])
  func anyNameOfTheProgram(inject: String) {
    let outcome = Place.run(
      """
      \(NsenterFaultTests.target)
      cat >show <<'END'
      cat /proc/$PPID/comm; tr '\\0' ' ' </proc/$PPID/cmdline | cut -d' ' -f1 | sed 's,.*/,,'
      END
      run() {
        strace -f -qq -o trace -e trace=execveat,open_tree \(inject) "$@" \(Self.visible) --cap-drop \
          ALL sh $PWD/show
        grep -c execveat trace
      }
      run $BIN/nsenter; run $BIN/unyoke nsenter
      run bash -c 'exec -a -nsenter nsenter "$@"' x; run bash -c 'exec -a odd nsenter "$@"' x
      run bash -c 'exec -a nsenter unyoke "$@"' x
      \(NsenterFaultTests.end)
      """)
    #expect(
      outcome.stdoutText
        == "nsenter\nnsenter\n1\nunyoke\nunyoke\n1\nnsenter\nnsenter\n1\nnsenter\nnsenter\n1\n"
        + "nsenter\nnsenter\n1\n",
      "\(outcome.stderrText)")
  }

  /// An error is that of the first run and said once.
  @Test func errorsComeBefore() {
    let outcome = run("-t $P -m -S 1001 --cap-drop nosuch true", then: "grep -c execveat trace")
    #expect(outcome.stdoutText == "0\n")
    #expect(outcome.ending == .exited(1))
  }
}
