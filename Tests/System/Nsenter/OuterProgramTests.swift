import Harness
import Testing

/// `--exec-outer`: the caller's program among the target's files, which can neither put another in its place
/// nor write the caller's. The attack on its file while it runs is a row of BinaryAttackTests.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: visitor != nil, "cc cannot make a static program here"))
struct OuterProgramTests {
  /// A container that holds nothing but its first process.
  private func run(_ script: String) -> Outcome {
    Rootless.run(
      """
      mkdir -p R/proc; cp \(visitor ?? "") R/visitor; cp R/visitor bb
      settle; mv R/visitor R/gone
      \(script)
      """)
  }

  /// Recipes 60 and 65, by a path and by PATH, for root and for users.
  @Test func itRunsAndKeepsNothing() {
    let outcome = run(
      """
      say nsenter -t $P -a --exec-outer ./bb say hi
      mkdir -p path/bb other; cp bb other; chmod 644 other/bb
      say env PATH=$PWD/none:$PWD/path:$PWD/other:$PWD $BIN/nsenter -t $P -m --exec-outer bb say found
      say env PATH=$PWD/none: $BIN/nsenter -t $P -a --exec-outer bb say here
      say nsenter -t $P -m -p --exec-outer $PWD/bb fds
      say nsenter -t $P -m -p -S 1001 -G 1001 --exec-outer $PWD/bb fds
      say nsenter -t $P -m -p --cap-drop ALL --nnp --clear-env --exec-outer ./bb say few
      # Only its owner may execute it, and somebody else is who runs it.
      chmod 700 bb; say nsenter -t $P -m -S 1001 -G 1001 --exec-outer ./bb say mine
      say nsenter -t $P -m --exec-outer unyoke --version | sed 's/unyoke.*/unyoke/'
      """)
    #expect(
      outcome.stdoutText
        == "hi\n= 0\nfound\n= 0\nhere\n= 0\n0 1 2 \n= 0\n0 1 2 \n= 0\nfew\n= 0\nmine\n= 0\nunyoke\n= 0\n",
      "\(outcome.stderrText)")
  }

  @Test func aPlainUser() {
    let outcome = Rootless.run(
      """
      cp \(visitor ?? "") bb
      box as 1001 unshare -Urmpnf --mount-proc
      say $AS nsenter -a -t $P --auto-credentials --exec-outer ./bb say hi
      say $AS nsenter -a -t $P --auto-credentials --exec-outer ./bb write
      chmod 711 bb; say $AS nsenter -a -t $P --auto-credentials --exec-outer ./bb say hi
      """)
    let attempts = ["write", "append", "truncate"].map {
      "\($0): \($0 == "write" ? "not written" : "not opened")\n"
    }
    #expect(outcome.stdoutText.hasPrefix("hi\n= 0\n"), "\(outcome.stderrText)")
    #expect(!outcome.stdoutText.contains("CHANGED"), "\(attempts)")
    #expect(
      outcome.stdoutText.hasSuffix("nsenter: cannot protect ./bb: Permission denied\n= 126\n"),
      "\(outcome.stdoutText)")
  }

  /// Recipes 61 to 63, and what else is no program. None of them keeps nsenter waiting.
  @Test func whatIsNone() {
    let outcome = run(
      """
      printf '#!/bin/sh\\n' >s; echo text >t; : >empty; printf '\\177ELF' >short; mkfifo f; mkdir d
      chmod 755 s t empty short f; cp bb closed; chmod 644 closed
      mkdir n; mount -t tmpfs -o noexec,mode=755 none n; cp bb n
      for p in ./s ./t ./empty ./short ./f ./d ./closed n/bb ./nosuch bb/x nosuch '' /dev/null; do
        say nsenter -t $P -a --exec-outer "$p" say hi
      done
      umount n
      say nsenter -t $P -a --exec-outer
      export UNYOKE_HINTS=always
      say nsenter -t $P -a --exec-outer /bin/true | sed 's/needs [^ ,]*,/needs LOADER,/'
      """)
    let refusals = [
      ("./s is a script; --exec-outer needs a program", 126), ("./t is no program", 126),
      ("./empty is no program", 126), ("./short is no program", 126),
      ("failed to execute ./f: Permission denied", 126),
      ("failed to execute ./d: Permission denied", 126),
      ("failed to execute ./closed: Permission denied", 126),
      ("failed to execute n/bb: Permission denied", 126),
      ("failed to execute ./nosuch: No such file or directory", 127),
      ("failed to execute bb/x: Not a directory", 126),
      ("failed to execute nosuch: No such file or directory", 127),
      ("failed to execute : No such file or directory", 127),
      ("failed to execute /dev/null: Permission denied", 126), ("--exec-outer needs a program", 1),
    ]
    #expect(
      outcome.stdoutText == refusals.map { "nsenter: \($0.0)\n= \($0.1)\n" }.joined() + """
        nsenter: failed to execute /bin/true: No such file or directory
        nsenter: hint: it needs LOADER, which is not in there; take a static program
        = 127

        """, "\(outcome.stderrText)")
  }

  /// Recipe 64: the program itself, root of the container with all rights, and others beside it.
  @Test(.enabled(if: findTool("strace") != nil, "strace is not installed"))
  func itsFileStays() {
    let outcome = run(
      """
      cp bb before
      say nsenter -t $P -a --exec-outer ./bb write
      # As a copy in memory: where no mount can be had.
      say strace -f -qq -o /dev/null -e inject=open_tree:error=EPERM \\
        $BIN/nsenter -t $P -a --exec-outer ./bb write
      # Its neighbour, which has all rights of the container too.
      nsenter -t $P -a --exec-outer ./bb wait & ALL="$ALL $!"
      until N=$(cat /proc/$!/task/$!/children | tr -d ' ') && [ "$(tr '\\0' ' ' </proc/$N/cmdline)" = "./bb wait " ]; do
        sleep 0.02
      done 2>/dev/null
      I=$(sed -n 's/^NSpid:.*\t//p' /proc/$N/status)
      say nsenter -t $P -a --exec-outer ./bb write $I
      kill -KILL $N
      cmp bb before && echo intact
      """)
    #expect(!outcome.stdoutText.contains("CHANGED"), "\(outcome.stdoutText)")
    // All three could look.
    #expect(outcome.stdoutText.split(separator: "\n").filter { $0.hasPrefix("append:") }.count == 3)
    #expect(outcome.stdoutText.split(separator: "\n").filter { $0 == "= 0" }.count == 3)
    #expect(outcome.stdoutText.hasSuffix("intact\n"), "\(outcome.stdoutText)\(outcome.stderrText)")
  }

  /// Neither way to protect it: then it does not run. A filter that says that a mount is read-only now is not
  /// believed.
  @Test(.enabled(if: findTool("strace") != nil, "strace is not installed"))
  func withoutProtection() {
    let outcome = run(
      """
      t() { say strace -f -qq -o /dev/null "$@" $BIN/nsenter -t $P -a --exec-outer ./bb say ran; }
      t -e inject=open_tree:error=ENOSYS
      t -e inject=mount_setattr:retval=0
      t -e inject=open_tree:error=EPERM -e inject=memfd_create:error=ENOSYS
      t -e inject=mount_setattr:retval=0 -e inject=memfd_create:error=EMFILE
      t -e inject=open_tree:error=EPERM -e inject=sendfile:error=EIO
      """)
    #expect(
      outcome.stdoutText == """
        ran
        = 0
        ran
        = 0
        nsenter: cannot protect ./bb: Function not implemented
        = 126
        nsenter: cannot protect ./bb: Too many open files
        = 126
        nsenter: cannot protect ./bb: Input/output error
        = 126

        """, "\(outcome.stderrText)")
  }

  /// What was looked at is what runs: the attacker exchanges the file after that, by one of his own.
  @Test(.enabled(if: findTool("strace") != nil, "strace is not installed"))
  func anExchangedFile() {
    let outcome = run(
      #"""
      printf '#!/bin/sh\necho evil\n' >evil; chmod 755 evil
      strace -f -qq -o log -e trace=faccessat2 -e inject=faccessat2:signal=SIGSTOP:when=1 \
        $BIN/nsenter -t $P -m --exec-outer ./bb say hi >out 2>&1 & S=$!
      until grep -q 'stopped by SIGSTOP' log; do sleep 0.02; done
      N=$(tr -d ' ' </proc/$S/task/$S/children)
      mv evil bb; kill -CONT $N; wait $S; echo "= $?"; cat out
      """#)
    #expect(outcome.stdoutText == "= 0\nhi\n", "\(outcome.stderrText)")
  }

  /// What is exchanged for a FIFO, a link or a script at the same name keeps nobody waiting, and is not
  /// started: the attacker does it all the time.
  @Test func aNameThatChanges() {
    let outcome = run(
      #"""
      mkdir s; mkfifo s/f; chmod 755 s/f; printf '#!/bin/sh\necho evil\n' >s/e; chmod 755 s/e; cp bb s/p
      while :; do
        ln -s f s/n; mv -T s/n s/name; ln -s e s/n; mv -T s/n s/name; ln -s p s/n; mv -T s/n s/name
      done & S=$!; ALL="$ALL $S"
      until [ -e s/name ]; do :; done
      for i in $(seq 40); do
        timeout 10 $BIN/nsenter -t $P -m --exec-outer s/name say hi 2>&1; echo "= $?"
      done | sort -u
      kill -KILL $S
      """#)
    let allowed = [
      "hi", "= 0", "= 126", "nsenter: s/name is a script; --exec-outer needs a program",
      "nsenter: failed to execute s/name: Permission denied",
    ]
    let lines = outcome.stdoutText.split(separator: "\n").map(String.init)
    #expect(lines.filter { !allowed.contains($0) } == [], "\(outcome.stderrText)")
    #expect(!lines.isEmpty)
  }

  /// A handler of binfmt_misc that the container's root makes gets no name by which to find the program, and
  /// nothing that it could write.
  @Test(
    .enabled(
      if: Need.binfmtInUserNamespace.reasonMissing == nil,
      "no binfmt_misc in a user namespace (Linux 6.7 has it)"))
  func aHandlerInside() {
    let outcome = Rootless.run(
      #"""
      cp \#(visitor ?? "") bb; printf 'mark' | dd of=bb bs=1 seek=9 conv=notrunc 2>/dev/null
      cp bb before; cp \#(visitor ?? "") handler
      box as 1001 unshare -Urmpf --mount-proc sh -c 'mount -t binfmt_misc none /proc/sys/fs/binfmt_misc
        printf ":evil:M:9:mark::%s:" "$PWD/handler" >/proc/sys/fs/binfmt_misc/register; exec "$0" "$@"'
      say $AS nsenter -a -t $P --auto-credentials $PWD/bb say hi
      say $AS nsenter -a -t $P --auto-credentials --exec-outer ./bb say hi
      cmp bb before && echo intact
      """#)
    // The handler is the visitor, which does not know the word that it gets.
    #expect(
      outcome.stdoutText
        == "= 9\nnsenter: failed to execute ./bb: No such file or directory\n= 127\nintact\n",
      "\(outcome.stderrText)")
  }

  @Test func whatIsPlanned() {
    let outcome = run(
      "nsenter -t $P -m --exec-outer --dry-run ./bb say hi | grep -E 'view|execute'")
    #expect(
      outcome.stdoutText == """
        this process: make a view of ./bb that nobody can write
        this process: execute ./bb say hi

        """, "\(outcome.stderrText)")
  }
}

private let visitor = Rootless.visitor
