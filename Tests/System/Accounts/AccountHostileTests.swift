import Harness
import Testing

/// Who may name accounts, in a directory service or in a file that was edited half, must not get the
/// ids of others by the name. Each of these gave group 0, or an account that glibc does not know.
@Suite(.enabled(if: canSandbox, needsRoot)) struct AccountHostileTests {
  private let setup = [
    #"""
    cat >>/etc/passwd <<'X'
    john smith:x:2001:2101::/:/bin/sh
    bob 27 0:x:2002:2102::/:/bin/sh
    CORP\john smith:x:2003:2103::/:/bin/sh
    +plus:x:2004:2104::/:/bin/plus
    -minus:x:2005:2105::/:/bin/minus
    :x:2006:2106::/:/bin/empty
    +::0:0::/:/bin/all
    sign:x:+2007:2107::/:/bin/sign
    blank:x: 2008:2108::/:/bin/blank
    none:x:2009::::/bin/none
    X
    cat >>/etc/group <<'X'
    sm:x:3001:john smith,bob 27 0
    smith:x:3002:smith,john,bob
    +plus:x:3003:tester
    +:::
    -minus:x:3004:
    :x:3005:tester
    X
    """#
  ]

  /// A service that there is not: glibc passes over it, but getent(1) has to be asked.
  private let services = "printf 'passwd: files\\ngroup: files other\\n' >/etc/nsswitch.conf"

  /// Waits until the process that was started is sleep(1).
  private let whenItSleeps = "until [ \"$(cat /proc/$!/comm)\" = sleep ]; do sleep 0.02; done"

  @Test(arguments: [("2001", "1 2101 3001\n"), ("2002", "1 2102 3001\n"), ("2003", "1 2103\n")])
  func aNameWithBlanks(user: String, groups: String) {
    for setup in [setup, setup + [services]] {
      #expect(
        Place.run("unshare -S \(user) -G 1 --init-groups id -G", setup: setup).stdoutText == groups)
      let inside = Place.run(
        "unshare -u sleep 30 & \(whenItSleeps); nsenter -t $! -u -S \(user) -G 1 --init-groups id -G;"
          + " kill $!", setup: setup)
      #expect(inside.stdoutText == groups)
    }
  }

  @Test(arguments: ["+", "-", "+plus", "-minus", "", "sign", "blank", "none"])
  func aLineThatIsNoAccount(name: String) {
    // glibc takes two of these numbers, so getent(1) finds them, and says them properly.
    let isGlibcs = name == "sign" || name == "blank"
    let others = ["printf 'passwd: other files\\n' >/etc/nsswitch.conf"]
    for setup in isGlibcs ? [setup] : [setup, setup + others] {
      let outcome = Place.run("unshare --map-user='\(name)' echo ran", setup: setup)
      #expect(outcome.stderrText == "unshare: failed to parse uid '\(name)'\n")
      #expect(outcome.ending == .exited(1))
      #expect(outcome.stdout.isEmpty)
    }
  }

  @Test(arguments: ["+", "-", "+plus", "-minus"])
  func aLineThatIsNoGroup(name: String) {
    for setup in [setup, setup + [services]] {
      let groups = Place.run("unshare --groups '\(name)' echo ran", setup: setup)
      #expect(groups.stderrText == "unshare: --groups: unknown group: '\(name)'\n")
      let map = Place.run("unshare --map-group='\(name)' echo ran", setup: setup)
      #expect(map.stderrText == "unshare: failed to parse gid '\(name)'\n")
      #expect(groups.stdout.isEmpty && map.stdout.isEmpty)
    }
  }

  /// /bin/sh where there is no account, of which the `echo` is.
  @Test(arguments: ["2004", "2005", "2006", "2007", "2008", "2009"])
  func theShellOfNoAccount(user: String) {
    let outcome = Place.run(
      "echo 'echo ran' | env -u SHELL unshare -u -S \(user)", setup: setup)
    #expect(outcome.stdoutText == "ran\n", "\(outcome.stderrText)")
    // The child of a new PID namespace may not ask getent, and reads the file alone.
    let entered = Place.run(
      "unshare -u sleep 30 & \(whenItSleeps); echo 'echo ran' | env -u SHELL nsenter -t $! -u"
        + " -S \(user); kill $!", setup: setup)
    #expect(entered.stdoutText == "ran\n", "\(entered.stderrText)")
  }

  /// The number, as for every user without a name.
  @Test func theUserColumn() {
    let outcome = Place.run(
      "for u in 2001 2004 2005 2006 2007 2008 2009; do"
        + " setpriv --reuid $u --regid 1 --clear-groups unshare -Uu sleep 30 & \(whenItSleeps);"
        + " lsns -n -r -t uts -o USER -p $!; kill $!; done", setup: setup)
    #expect(outcome.stdoutText == "john\\x20smith\n2004\n2005\n2006\n2007\n2008\n2009\n")
  }

  /// glibc counts their members, as the original would if it had the option.
  @Test func membersInALineThatIsNoGroup() {
    #expect(
      Place.run("unshare -S 1001 -G 1 --init-groups id -G", setup: setup).stdoutText == "1 1001\n")
  }

  /// glibc has no users from a file that is no service, and asks services in their order.
  @Test(arguments: ["passwd: other\n", "passwd:\n", "passwd: [NOTFOUND=return] files\n"])
  func theFileIsNoService(configuration: String) {
    let setup = ["printf '\(configuration)' >/etc/nsswitch.conf"]
    let known = Place.run("getent passwd tester; echo $?", setup: setup)
    #expect(known.stdoutText == "2\n")
    #expect(
      Place.run("unshare --map-user=tester echo ran", setup: setup).stderrText
        == "unshare: failed to parse uid 'tester'\n")
    #expect(
      Place.run("unshare --map-auto echo ran", as: .tester, setup: setup).stderrText
        == "unshare: you (user 1001) don't exist.\n")
  }

  /// D-34: whoever breaks the line of `hosts` takes no accounts away.
  @Test func aBrokenLineOfAnotherDatabase() {
    let setup = ["printf 'passwd: files\\nhosts: files [NOTFOUND=x] dns\\n' >/etc/nsswitch.conf"]
    let outcome = Place.run(
      "getent passwd tester; echo $?; unshare --map-user=tester echo ran", setup: setup)
    #expect(outcome.stdoutText == "2\nran\n", "\(outcome.stderrText)")
  }

  /// Where the group file cannot be read the groups are not known.
  @Test func aFileThatCannotBeRead() {
    let outcome = Place.run(
      "unshare -S 1001 --init-groups echo ran",
      setup: ["mkdir d; mount --bind d /etc; cp $T.passwd /etc/passwd; mkdir /etc/group"])
    #expect(
      outcome.stderrText
        == "unshare: --init-groups: cannot find the groups of user 1001: Is a directory\n")
    #expect(outcome.stdout.isEmpty)
  }

  /// A file in an entered root may be endless.
  @Test func anEndlessFile() {
    let outcome = Place.run(
      "ulimit -v 1000000; echo 'echo ran' | env -u SHELL timeout 10 unshare -u",
      setup: ["mount --bind /dev/zero /etc/passwd"])
    #expect(outcome.stdoutText == "ran\n", "\(outcome.stderrText)")
  }
}
