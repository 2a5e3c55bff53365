import Harness
import Testing

/// D-32: names that only a service beyond files knows.
@Suite(.enabled(if: canSandbox, needsRoot)) struct AccountTests {
  private static let hasService =
    findTool("getent") != nil
    && spawn([
      "/bin/sh", "-c",
      "ls /usr/lib/libnss_extrausers.so.2 /usr/lib/*/libnss_extrausers.so.2 | grep .",
    ]).ending == .exited(0)

  /// Makes an account that only the extrausers service knows.
  private let setup = [
    "printf 'passwd: files extrausers\\ngroup: files extrausers\\n' >n",
    "mount --bind n /etc/nsswitch.conf",
    "mkdir e; printf 'faraway:x:4711:4712::/:/bin/far\\n' >e/passwd",
    "printf 'farawaygroup:x:4713:faraway\\n' >e/group; chmod 644 e/*",
    "mount --bind e /var/lib/extrausers",
  ]

  @Test(.enabled(if: hasService, "libnss-extrausers is not installed"))
  func namesOfAnotherService() {
    let outcome = Place.run(
      "unshare --map-user faraway --map-group farawaygroup sh -c"
        + " 'cat /proc/self/uid_map /proc/self/gid_map | tr -s \" \"'",
      as: .tester, setup: setup)
    #expect(outcome.stdoutText == " 4711 1001 1\n 4713 1001 1\n", "\(outcome.stderrText)")
  }

  @Test(.enabled(if: hasService, "libnss-extrausers is not installed"))
  func subordinateIDsOfAnAccountOfAnotherService() {
    let outcome = Place.run(
      "setpriv --reuid 4711 --regid 4712 --clear-groups unshare --map-auto true",
      setup: setup)
    #expect(outcome.stderrText == "unshare: no line matching user \"faraway\" in /etc/subuid\n")
  }

  @Test(.enabled(if: hasService, "libnss-extrausers is not installed"))
  func theShellOfAnAccountOfAnotherService() {
    let command = "env -u SHELL setpriv --reuid 4711 --regid 4712 --clear-groups unshare"
    #expect(
      Place.run(command, setup: setup).stderrText
        == "unshare: failed to execute /bin/far: No such file or directory\n")
  }

  @Test func anUnknownNameWithASystemdServiceDoesNotCrash() {
    let outcome = Place.run(
      "unshare --map-user nosuchname true",
      setup: ["printf 'passwd: files systemd\\n' >n; mount --bind n /etc/nsswitch.conf"])
    #expect(outcome.stderrText == "unshare: failed to parse uid 'nosuchname'\n")
    #expect(outcome.ending == .exited(1))
  }

  @Test func aNumberNeverNeedsALookUp() {
    let outcome = Place.run(
      "strace -f -qq -o log $BIN/unshare --map-user 5 -S 5 true;"
        + " grep -cE 'passwd|group\"|nsswitch|getent' log; grep -c setuid.5 log")
    #expect(outcome.stdoutText == "0\n1\n")
  }

  /// The groups of the files and those of the other service, each once.
  @Test(.enabled(if: hasService, "libnss-extrausers is not installed"))
  func groupsOfAnAccountOfAnotherService() {
    let more = setup + ["printf 'near:x:61:faraway,tester\\n' >>/etc/group"]
    #expect(
      Place.run("unshare -S 4711 -G 4712 --init-groups id -G", setup: more).stdoutText
        == "4712 61 4713\n")
    #expect(
      Place.run("unshare -S 1001 -G 1001 --init-groups id -G", setup: more).stdoutText
        == "1001 61\n")
    #expect(
      Place.run("env --ignore-signal=CHLD unshare -S 4711 -G 9 --init-groups id -G", setup: more)
        .stdoutText
        == "9 61 4712 4713\n")
    #expect(
      Place.run("unshare --groups farawaygroup,near id -G", setup: more).stdoutText
        == "0 61 4713\n")
  }

  /// nsswitch.conf may name the services for groups of users apart.
  @Test(.enabled(if: hasService, "libnss-extrausers is not installed"))
  func servicesForGroupsOfUsers() {
    let more = setup + ["printf 'initgroups: files\\n' >>/etc/nsswitch.conf"]
    #expect(
      Place.run("unshare -S 4711 -G 4712 --init-groups id -G", setup: more).stdoutText
        == "4712\n")
  }

  /// Without getent(1) groups would be missing without a word.
  @Test func aServiceThatCannotBeAsked() {
    let outcome = Place.run(
      "unshare -S 1001 --init-groups echo ran",
      setup: [
        "printf 'group: files systemd\\n' >n; mount --bind n /etc/nsswitch.conf",
        "mount --bind /dev/null /usr/bin/getent",
      ])
    #expect(
      outcome.stderrText == "unshare: --init-groups: cannot find the groups of user 1001:"
        + " Permission denied\n")
    #expect(outcome.ending == .exited(1))
    #expect(outcome.stdout.isEmpty)
  }
}
