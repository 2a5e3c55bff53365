import Answers
import Bytes
import Capabilities
import Kernel
import Launch
import NamespaceValues
import Nsenter
import Testing

/// Ids, groups and privileges of the program, and its control group.
@Suite struct IdentityRuleTests {
  private func inside(_ failure: LaunchFailure) -> Situation {
    Situation.nsenter(.launch(failure), .user).with {
      $0.trouble.circumstances.plan?.runner = [.setGroup(GroupID(0)), .setUser(UserID(0))]
      $0.evidence.process.userMap = .known(Array("1001 1001 1\n".utf8))
      $0.evidence.process.groupMap = .known(Array("5 100000 10\n20 200000 1\n".utf8))
      $0.evidence.process.capabilities?.effective = .all
    }
  }

  @Test func groupsCannotBeGivenUp() {
    let denied = inside(.dropGroups(.notPermitted)).with {
      $0.evidence.process.setgroups = .known(Array("deny\n".utf8))
    }
    #expect(denied.topics == ["groups-cannot-go"])
    #expect(denied.with { $0.trouble.circumstances.entry = nil }.topics == ["groups-cannot-go"])
    #expect(
      denied.with { $0.evidence.process.setgroups = .known(Array("allow\n".utf8)) }.topics == [])
    #expect(
      denied.with { $0.trouble.failure = .launch(.privilege(.setGroups(.notPermitted))) }.topics
        == ["groups-cannot-go"])
  }

  @Test func idsThatAreNotMapped() {
    let user = inside(.setUser(.invalidArgument))
    #expect(user.topics == ["id-not-mapped"])
    #expect(
      hints(for: user.trouble, user.evidence).first?.sentence
        == "uid 0 is not mapped in this user namespace, which has 1001; use --setuid=1001 or --preserve-credentials"
    )
    let group = inside(.setGroup(.invalidArgument))
    #expect(
      hints(for: group.trouble, group.evidence).first?.sentence
        == "gid 0 is not mapped in this user namespace, which has 5-14 and others; use --setgid=5 or --preserve-credentials"
    )
    #expect(user.with { $0.evidence.process.userMap = .unknown }.topics == ["id-not-mapped"])
    // The map says that it is: then it is not the one of the namespace that answered.
    #expect(
      user.with { $0.evidence.process.userMap = .known(Array("0 1001 1\n".utf8)) }.topics == [])
  }

  @Test func aMapThatIsNotThere() {
    let user = inside(.setUser(.invalidArgument)).with { $0.evidence.process.userMap = .known([]) }
    #expect(user.topics == ["id-map-missing"])
    let groups = inside(.dropGroups(.notPermitted)).with {
      $0.evidence.process.groupMap = .known([])
    }
    #expect(groups.topics == ["id-map-missing"])
    #expect(user.sentences[0].hasSuffix("or use --preserve-credentials"))
    // unshare has no such option.
    let made = user.with { $0.trouble.circumstances.entry = nil }
    #expect(made.topics == ["id-map-missing"])
    #expect(!made.sentences[0].contains("--preserve-credentials"))
  }

  @Test func rightsThatAreMissing() {
    let user = inside(.setUser(.notPermitted)).with {
      $0.evidence.process.capabilities?.effective = []
    }
    #expect(user.topics == ["identity-needs-capability"])
    #expect(user.sentences[0].hasSuffix("run as root there"))
    let root = user.with { $0.trouble.circumstances.callerUser = .root }
    #expect(root.sentences[0].hasSuffix("this root has lost it there"))
    #expect(
      user.with { $0.evidence.process.capabilities?.bounding = [] }.topics
        == ["identity-not-bounding"])
    #expect(inside(.setUser(.notPermitted)).topics == [])
    #expect(
      user.with { $0.trouble.failure = .launch(.dropGroups(.notPermitted)) }.topics
        == ["identity-needs-capability"])
  }

  @Test func theTargetsIDs() {
    #expect(inside(.targetIsUnmapped).topics == ["target-unmapped"])
  }

  private func privilege(_ failure: PrivilegeFailure) -> Situation {
    Situation(.launch(.privilege(failure)))
  }

  @Test func privileges() {
    #expect(
      privilege(.dropBounding(.sysAdmin, .notPermitted)).topics == ["bounding-needs-setpcap"])
    #expect(privilege(.securebits(.notPermitted)).topics == ["securebits-need-setpcap"])
    #expect(
      privilege(.securebits(.notPermitted)).with {
        $0.evidence.process.capabilities?.effective = .all
      }.topics == [])
    #expect(privilege(.notBounding(.sysAdmin)).topics == ["capability-not-bounding"])
    #expect(privilege(.notPermitted(.sysAdmin)).topics == ["capability-not-permitted"])
    #expect(
      privilege(.ambient(.sysAdmin, isRaised: true, .notPermitted)).topics
        == ["capability-not-permitted"])
    #expect(
      privilege(.ambient(.sysAdmin, isRaised: true, .notPermitted)).with {
        $0.evidence.process.capabilities?.permitted = .all
      }.topics == [])
  }

  @Test(
    arguments: [
      (.noEntry, "cgroup-not-visible"), (.accessDenied, "cgroup-not-delegated"),
      (.busy, "cgroup-has-children"), (.notSupported, "cgroup-threaded"),
    ] as [(Errno, String)])
  func controlGroups(_ errno: Errno, _ topic: String) {
    #expect(inside(.joinCgroup(errno)).topics == [topic])
    #expect(inside(.joinCgroup(.inputOutput)).topics == [])
  }

  @Test func theOldControlGroups() {
    let hybrid = Situation.nsenter(.nsenter(.noCgroup2)).with {
      $0.evidence.process.mounts = .known(
        Array("30 1 0:9 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n".utf8))
      $0.evidence.target.cgroup = .known(Array("4:pids:/x\n0::/box\n".utf8))
    }
    #expect(
      hints(for: hybrid.trouble, hybrid.evidence).map { $0.sentence } == [
        "/sys/fs/cgroup is no cgroup v2, which is at /sys/fs/cgroup/unified; in a shell before: echo $$ >/sys/fs/cgroup/unified/box/cgroup.procs"
      ])
    #expect(hybrid.topics == ["cgroup-not-v2"])
    let old = hybrid.with {
      $0.evidence.process.mounts = .known(
        Array("30 1 0:9 / /sys/fs/cgroup/pids rw - cgroup cgroup rw,pids\n".utf8))
    }
    #expect(old.topics == ["no-cgroup2"])
    #expect(old.with { $0.evidence.process.mounts = .unknown }.topics == [])
    let none = old.with {
      $0.evidence.process.mounts = .known(Array("24 1 8:1 / / rw - ext4 /dev/sda1 rw\n".utf8))
    }
    #expect(none.topics == ["cgroup-not-mounted"])
    // Something lies over it.
    let covered = old.with {
      $0.evidence.process.mounts = .known(
        Array("30 1 0:9 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n".utf8))
    }
    #expect(covered.topics == [])
  }
}
