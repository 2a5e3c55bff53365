import Harness
import Testing

/// Where no program is named, and the shell is not among the files that were entered, another one is started;
/// what the files say of it may be hostile.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: visitor != nil, "cc cannot make a static program here"))
struct FallbackShellTests {
  /// A container with a program that says its own name as each of some shells.
  private func run(shells: String, _ script: String) -> Outcome {
    Rootless.run(
      """
      mkdir -p R/proc R/etc; cp \(visitor ?? "") R/visitor
      for s in \(shells); do mkdir -p R/${s%/*}; cp R/visitor R/$s; done
      settle
      \(script)
      """)
  }

  /// Recipe 57, and the order.
  @Test(arguments: [
    ("/mine/zsh /bin/sh /bin/bash /busybox/sh", "-zsh"), ("/bin/sh /bin/bash /busybox/sh", "-sh"),
    ("/bin/bash /busybox/sh", "-bash"), ("/busybox/sh", "-sh"),
  ])
  func theFirstThatIsThere(shells: String, name: String) {
    let outcome = run(
      shells: shells,
      """
      echo 'root:x:0:0::/:/mine/zsh' >R/etc/passwd
      say env SHELL=/bin/nosuch nsenter -t $P -m
      say env SHELL=/bin/nosuch nsenter -t $P -a
      say env -u SHELL nsenter -t $P -m -p
      say env SHELL=/bin/nosuch nsenter -t $P -n -r
      """)
    #expect(
      outcome.stdoutText == String(repeating: "\(name)\n= 0\n", count: 4), "\(outcome.stderrText)")
  }

  /// Recipes 58 and 59, and what is there but broken.
  @Test func whereNothingElseIsTried() {
    let outcome = run(
      shells: "/bin/sh /bin/closed /bin/noise",
      """
      chmod 644 R/bin/closed; echo noise >R/bin/noise
      say nsenter -t $P -m nosuch
      say env SHELL=/bin/nosuch nsenter -t $P -n
      say env SHELL=/bin/closed nsenter -t $P -m
      say env SHELL=/bin/noise nsenter -t $P -m
      rm R/bin/sh
      export UNYOKE_HINTS=always
      say env SHELL=/bin/bash nsenter -t $P -m -p
      """)
    #expect(
      outcome.stdoutText == """
        nsenter: failed to execute nosuch: No such file or directory
        = 127
        nsenter: failed to execute /bin/nosuch: No such file or directory
        = 127
        nsenter: failed to execute /bin/closed: Permission denied
        = 126
        nsenter: failed to execute /bin/noise: Exec format error
        = 126
        nsenter: failed to execute /bin/bash: No such file or directory
        nsenter: hint: there is no shell in there; --exec-outer brings a program of yours, which must be static
        = 127

        """, "\(outcome.stderrText)")
  }

  /// The attacker writes the container's /etc/passwd: no line of it keeps the shell that is there from
  /// being started, and none is taken in part.
  @Test(arguments: [
    #"printf 'root:x:0:0::/:/bin/b\0ash\n'"#, "head -c 70000000 /dev/zero | tr '\\0' x",
    #"printf 'root:x:0:0::/:/'; head -c 6000 /dev/zero | tr '\0' a"#,
    #"printf 'root:x:0:0::/:/bin/\033]0;x\007\rsh\n'"#,
    "{ printf 'root:x:0:0::/:'; head -c 4090 /dev/zero | tr '\\0' /; }",
    "printf 'root:x:0:0::/:/../../../../proc/self/nosuch'",
    "printf 'root:x:0:0::/:/etc'", "printf 'root:x:0:0::/:'", "printf 'root:x:00x:0::/:/bin/bash'",
  ])
  func aHostileAccountFile(content: String) {
    let outcome = run(
      shells: "/bin/sh",
      "{ \(content); } >R/etc/passwd; say env SHELL=/bin/nosuch nsenter -t $P -m")
    #expect(outcome.stdoutText == "-sh\n= 0\n", "\(outcome.stderrText)")
  }

  /// It names a program of the caller's, in the directory where he started and which he takes along.
  @Test func aRelativeShell() {
    let outcome = run(
      shells: "/bin/sh",
      """
      mkdir outside; cp R/visitor outside/tool; cd outside
      for s in tool ./tool ../outside/tool; do
        echo "root:x:0:0::/:$s" >../R/etc/passwd
        say env SHELL=/bin/nosuch nsenter -t $P -m -w.
      done
      # It can be started from there, by who names it.
      say nsenter -t $P -m -w. ./tool
      """)
    #expect(
      outcome.stdoutText == String(repeating: "-sh\n= 0\n", count: 3) + "./tool\n= 0\n",
      "\(outcome.stderrText)")
  }

  @Test func anAccountFileThatIsNone() {
    let outcome = run(
      shells: "/bin/sh",
      """
      mkfifo R/etc/passwd; say env SHELL=/bin/nosuch nsenter -t $P -m
      rm R/etc/passwd; ln -s /dev/zero R/etc/passwd; mkdir R/dev; mknod R/dev/zero c 1 5
      say env SHELL=/bin/nosuch nsenter -t $P -m
      rm R/etc/passwd; ln -s passwd R/etc/passwd; say env SHELL=/bin/nosuch nsenter -t $P -m
      """)
    #expect(
      outcome.stdoutText == String(repeating: "-sh\n= 0\n", count: 3), "\(outcome.stderrText)")
  }
}

private let visitor = Rootless.visitor
