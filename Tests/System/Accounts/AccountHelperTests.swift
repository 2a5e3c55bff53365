import Harness
import Testing

/// getent(1) may be killed, out of memory, or cut short by a full pipe or a limit: half an answer must
/// not decide about rights, and no answer must not mean no groups.
@Suite(.enabled(if: canSandbox, needsRoot)) struct AccountHelperTests {
  /// Puts a script in the place of getent.
  private func setup(_ script: String) -> [String] {
    [
      "printf 'passwd: files other\\ngroup: files other\\n' >/etc/nsswitch.conf",
      "cat >getent <<'X'\n#!/bin/sh\n\(script)\nX\nchmod 755 getent",
      "mount --bind getent /usr/bin/getent",
    ]
  }

  @Test func aWholeAnswer() {
    let setup = setup(
      #"""
      env >&2
      case "$*" in
      "-- passwd far") echo 'far:x:4711:4712::/:/bin/sh' ;;
      "-- passwd 4711") echo 'far:x:4711:4712::/:/bin/far' ;;
      "-- initgroups far") echo 'far                   4713 4714 4713' ;;
      *) exit 2 ;;
      esac
      """#)
    #expect(
      Place.run("unshare --map-user=far cat /proc/self/uid_map", setup: setup).stdoutText
        .split(separator: " ").first == "4711")
    #expect(
      Place.run("unshare -S 4711 -G 1 --init-groups id -G", setup: setup).stdoutText
        == "1 4712 4713 4714\n")
    #expect(
      Place.run("unshare --map-user=near true", setup: setup).stderrText
        == "unshare: failed to parse uid 'near'\n")
  }

  /// What the caller blocked must not reach the program while somebody asks for its groups: not even
  /// the signals that a C library keeps for itself.
  @Test func theMaskOfSignalsStays() {
    let setup = setup(
      "case $2 in passwd) echo 'far:x:4711:4712::/:/bin/far' ;; *) echo 'far 4713' ;; esac")
    let outcome = Place.run(
      "env --block-signal=RTMIN --block-signal=RTMIN+2 "
        + "unshare -S 4711 -G 1 --init-groups grep SigBlk /proc/self/status", setup: setup)
    #expect(outcome.stdoutText == "SigBlk:\t0000000a00000000\n", "\(outcome.stderrText)")
  }

  @Test(arguments: [
    "printf 'far:x:0:47'", "printf 'far:x:4711:4712::/:/bin/sh'",
    "echo 'far:x:4711:4712::/:/bin/sh'; kill -9 $$", "echo 'far:x:4711:4712::/:/bin/sh'; exit 1",
    "echo 'far:x:4711:4712::/:/bin/sh'; exit 3", "echo 'far:x:4711:4712::/:/bin/sh'; exit 127",
    "echo far", "echo 'far:x::4712:::'", "echo 'far:x:-1:4712:::'", "echo '+::4711:4712:::'",
    "printf 'far:x:4711:1:::\\nfar:x:0:0:::\\n'", "echo; echo 'far:x:4711:4712:::'", "exit 0",
    "kill -9 $$", "kill -15 $$", "exec /nosuch", "exec cat /dev/zero", "exec yes far:x:1:1:::",
  ])
  func noAnswerAboutAUser(script: String) {
    // Where SIGCHLD is ignored the kernel keeps no status, unless it is asked to.
    for before in ["", "env --ignore-signal=CHLD "] {
      let outcome = Place.run("\(before)unshare --map-user=far echo ran", setup: setup(script))
      #expect(outcome.stderrText == "unshare: failed to parse uid 'far'\n", "\(before)")
      #expect(outcome.ending == .exited(1))
      #expect(outcome.stdout.isEmpty)
    }
  }

  /// Who may choose his name in a directory service chooses that of an administrator, and would be in
  /// the groups in which /etc/group has that one.
  @Test func aNameThatIsSomebodyElses() {
    let setup = setup(
      #"""
      case "$*" in
      "-- passwd 4711") echo 'tester:x:4711:4712::/:/bin/sh' ;;
      "-- initgroups tester") echo 'tester                4713' ;;
      *) exit 2 ;;
      esac
      """#)
    let outcome = Place.run("unshare -S 4711 -G 1 --init-groups echo ran", setup: setup)
    #expect(outcome.stdoutText == "")
    #expect(
      outcome.stderrText
        == "unshare: --init-groups: cannot find the groups of user 4711: Bad message\n")
  }

  /// Below a root that somebody else filled getent is his program: only the file is read.
  @Test(.enabled(if: findTool("strace") != nil, "strace is not installed"))
  func theShellBelowARoot() {
    let outcome = Place.run(
      "mkdir -p R/etc R/dev; touch R/dev/null; cp /etc/nsswitch.conf R/etc; env -u SHELL strace -f -qq"
        + " -o trace -e trace=execve unshare -R R; grep -c getent trace",
      setup: setup("exit 2"))
    #expect(outcome.stdoutText == "0\n", "\(outcome.stderrText)")
  }

  private let answer = "echo 'tester                4713'"

  @Test(arguments: [
    ("printf 'tester                47'", "Bad message"),
    ("printf 'tester                4713 47'", "Bad message"),
    ("exit 0", "Bad message"), ("echo", "Bad message"),
    ("echo 'tester 2              4713 x'", "Bad message"),
    ("echo 'test                  4713'", "Bad message"),
    ("echo 'testers               4713'", "Bad message"),
    ("echo 'tester                4294967295'", "Bad message"),
    ("echo 'tester                4713'; echo 'tester                0'", "Bad message"),
    ("echo 'tester                4713'; exit 1", "Input/output error"),
    ("echo 'tester                4713'; exit 2", "Input/output error"),
    ("echo 'tester                4713'; kill -9 $$", "Input/output error"),
    ("kill -15 $$", "Input/output error"), ("exec /nosuch", "Input/output error"),
    ("exec cat /dev/zero", "File too large"),
  ])
  func noAnswerAboutGroups(script: String, reason: String) {
    for before in ["", "env --ignore-signal=CHLD "] {
      let outcome = Place.run(
        "\(before)unshare -S 1001 -G 1001 --init-groups echo ran", setup: setup(script))
      #expect(
        outcome.stderrText
          == "unshare: --init-groups: cannot find the groups of user 1001: \(reason)\n", "\(before)"
      )
      #expect(outcome.ending == .exited(1))
      #expect(outcome.stdout.isEmpty)
    }
  }

  /// The disposition is put back, and nothing is left: no descriptor, no process.
  @Test func whatTheProgramStartsFrom() {
    func run(_ program: String) -> String {
      Place.run(
        "exec 3</dev/null; env --ignore-signal=CHLD nsenter -t $$ -u -S 1001 -G 1001"
          + " --init-groups \(program)", setup: setup(answer)
      ).stdoutText
    }
    #expect(run("grep SigIgn /proc/self/status").hasSuffix("0000000000010000\n"))
    #expect(run("ls /proc/self/fd") == "0\n1\n2\n3\n4\n")
    #expect(run("id -G") == "1001 4713\n")
    #expect(run("sh -c 'ps -o comm= --ppid $$; true'") == "ps\n")
  }

  /// A container, or anybody with many user ids, makes a listing slow: one question for all of them, and
  /// none for what is not shown.
  @Test func aListingAsksOnce() throws {
    let script = #"""
      echo "$#" >>/tmp/asked
      printf 'four:x:5004:1:::\nodd:x:5005\n+:x:5006:1:::\nseven:x:5007:1:::\n'
      exit 2
      """#
    let outcome = Jail.run(
      setup(script).joined(separator: "\n") + "\n"
        + """
        mount -t tmpfs none /tmp
        pids=
        for u in $(seq 5001 5040); do
          setpriv --reuid $u --regid 1 --clear-groups unshare -Uu sleep 1000 & pids="$pids $!"
        done
        until [ "$(grep -lx sleep $(printf '/proc/%s/comm ' $pids) | wc -l)" = 40 ]; do sleep 0.1; done
        lsns -n -t uts -o NS >/dev/null; lsns -n -t uts -o UID,NS >/dev/null; ls /tmp
        strace -o log -e trace=openat lsns -n -r -t uts -o USER | sort | grep -E '^(50|[fs])'
        kill $pids
        echo "read $(grep -c '"/etc/passwd' log)"; cat /tmp/asked
        """)
    let lines = outcome.stdoutText.split(separator: "\n").map(String.init)
    let numbers = (5001...5040).filter { $0 != 5004 && $0 != 5007 }.map { "\($0)" }
    try #require(lines.count == 42, "\(outcome.stdoutText)\(outcome.stderrText)")
    #expect(Array(lines.prefix(40)) == numbers + ["four", "seven"])
    #expect(lines[40] == "read 1")
    // Its options, the database, and the numbers that the file does not have.
    #expect(lines[41] == "42", "\(lines)")
  }

  /// What it is not told the listing shows as numbers, at once and remembered.
  @Test func aListingWithoutAnAnswer() {
    let outcome = Place.run(
      "setpriv --reuid 5001 --regid 1 --clear-groups unshare -Uu sleep 30 &"
        + " until [ \"$(cat /proc/$!/comm)\" = sleep ]; do sleep 0.02; done;"
        + " lsns -n -r -t uts -o USER -p $!; kill $!", setup: setup("kill -9 $$"))
    #expect(outcome.stdoutText == "5001\n")
    #expect(outcome.ending == .exited(0))
  }
}
