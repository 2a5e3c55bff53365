import Answers
import Bytes
import Capabilities
import Kernel
import NamespaceValues
import Testing

/// unshare(2) was refused.
@Suite struct UnshareRuleTests {
  let refused = Situation.unshare(.network, .notPermitted)
  let user = Situation.unshare(.user, .notPermitted)

  @Test func aPlainUserNeedsAUserNamespace() {
    #expect(refused.topics == ["needs-sys-admin"])
    #expect(Situation.unshare([.network, .user], .notPermitted).topics != ["needs-sys-admin"])
  }

  @Test func rootMayHaveLostTheCapability() {
    let root = refused.with {
      $0.trouble.circumstances.callerUser = .root
      $0.evidence.process.capabilities?.bounding = []
    }
    #expect(root.topics == ["root-without-sys-admin"])
    #expect(
      root.with { $0.trouble.circumstances.callerUser = UserID(1001) }.topics == ["needs-sys-admin"]
    )
  }

  @Test func aFilterIsFoundOut() {
    let filtered = refused.with {
      $0.evidence.process.status = Situation.text("Seccomp:\t2\n")
      $0.evidence.kernel.refusals = [.init(of: .unshare, .notPermitted)]
    }
    #expect(filtered.topics == ["seccomp-filter"])
    #expect(filtered.with { $0.evidence.kernel.refusals = [] }.topics == ["needs-sys-admin"])
    // Nobody filters: then it is somebody else who refuses.
    let other = filtered.with { $0.evidence.process.status = Situation.text("Seccomp:\t0\n") }
    #expect(other.topics == ["needs-sys-admin"])
  }

  @Test func aFilterOfFlagsIsGuessedAt() {
    let filtered = user.with { $0.evidence.process.status = Situation.text("Seccomp:\t2\n") }
    #expect(filtered.topics == ["seccomp-flags"])
    #expect(user.topics != ["seccomp-flags"])
  }

  @Test func whatIsNotKnownIsNotSaid() {
    #expect(refused.with { $0.evidence.process.capabilities = nil }.topics == [])
    #expect(user.with { $0.evidence = Evidence() }.topics == [])
  }

  @Test func withoutAnIDThereIsNoUserNamespace() {
    let nobody = user.with { $0.evidence.process.userMap = Situation.text("") }
    #expect(nobody.topics == ["no-id-mapping"])
    #expect(
      nobody.with { $0.evidence.process.userMap = Situation.text("1001 1001 1\n") }.topics
        != ["no-id-mapping"])
    let groupless = user.with { $0.evidence.process.groupMap = Situation.text("0 1001 1\n") }
    #expect(groupless.topics == ["no-id-mapping"])
    // Other kinds take a capability, and no group.
    let other = refused.with { $0.evidence.process.groupMap = Situation.text("0 1001 1\n") }
    #expect(other.topics == ["needs-sys-admin"])
    #expect(
      other.sentences[0].hasSuffix("for -r the outer unshare must map this process's gid too"))
    #expect(
      other.with { $0.evidence.process.userMap = Situation.text("") }.topics == ["no-id-mapping"])
  }

  /// 65534 is mapped, and shown for whoever is not.
  @Test func anIDThatMayStandForAnother() {
    let nobody = user.with {
      $0.trouble.circumstances.callerUser = UserID(65534)
      $0.evidence.process.userNamespace = .known("user:[4026532000]")
    }
    #expect(nobody.topics == ["no-id-mapping"])
    #expect(nobody.sentences[0].hasPrefix("possibly"))
    #expect(
      nobody.with { $0.trouble.circumstances.callerUser = UserID(65533) }.topics == ["chroot-mount"]
    )
    #expect(
      nobody.with { $0.evidence.process.userNamespace = .known("user:[4026531837]") }.topics
        == ["chroot-mount"])
  }

  @Test func rootIsNotToldToBecomeRoot() {
    #expect(refused.sentences[0].hasSuffix("add --map-root-user (-r), or run as root"))
    let root = refused.with { $0.trouble.circumstances.callerUser = .root }
    #expect(root.topics == ["needs-sys-admin"])
    #expect(root.sentences[0].hasSuffix("add --map-root-user (-r)"))
  }

  /// Debian's switch; Ubuntu's kernel has the same.
  @Test func theSwitchOfDebian() {
    let off = user.with { $0.evidence.kernel.unprivilegedClone = Situation.text("0\n") }
    #expect(off.topics == ["unprivileged-userns-clone"])
    #expect(
      off.with { $0.evidence.kernel.unprivilegedClone = Situation.text("1\n") }.topics != off.topics
    )
    // It does not stop root.
    #expect(
      off.with { $0.evidence.process.capabilities?.effective = CapabilitySet(first: 41) }.topics
        != off.topics)
  }

  @Test func aChrootForbidsUserNamespaces() {
    let inside = user.with {
      $0.evidence.process.mounts = Situation.text("30 24 0:5 / /proc rw - proc proc rw\n")
    }
    #expect(inside.topics == ["chroot"])
    #expect(
      inside.with { $0.trouble.circumstances.plan?.setup = [.unshare(.network)] }.topics == [
        "needs-sys-admin"
      ])
    // A root that is a mount point is told only by leaving nothing else.
    #expect(user.topics == ["chroot-mount"])
    #expect(user.with { $0.evidence.kernel.selinuxEnforces = .unknown }.topics == [])
    #expect(user.with { $0.evidence.process.status = .unknown }.topics == [])
  }

  /// Ubuntu 24.04, and what its own profiles say.
  @Test func appArmor() {
    let restricted = Situation.unshare(.user, .accessDenied).with {
      $0.evidence.kernel.appArmorRestriction = Situation.text("1\n")
    }
    #expect(restricted.topics == ["apparmor-restricts-userns"])
    #expect(
      restricted.with { $0.evidence.kernel.appArmorRestriction = Situation.text("0\n") }.topics
        == [])
    let confined = Situation.unshare(.user, .accessDenied).with {
      $0.evidence.kernel.securityContext = Situation.text("docker-default (enforce)\n")
    }
    #expect(confined.topics == ["apparmor-profile"])
    let complaining = confined.with {
      $0.evidence.kernel.securityContext = Situation.text("docker-default (complain)\n")
    }
    #expect(complaining.topics == [])
  }

  @Test func seLinux() {
    let denied = Situation.unshare(.user, .accessDenied).with {
      $0.evidence.kernel.selinuxEnforces = Situation.text("1")
      $0.evidence.kernel.securityContext = Situation.text("user_u:user_r:user_t:s0\0")
    }
    #expect(denied.topics == ["selinux"])
    #expect(denied.sentences.first?.contains("domain user_t ") == true)
    #expect(denied.with { $0.evidence.kernel.selinuxEnforces = Situation.text("0") }.topics == [])
  }

  /// A policy is not trusted with the terminal.
  @Test func whatAPolicySaysIsPrintedSafely() {
    let denied = Situation.unshare(.user, .accessDenied).with {
      $0.evidence.kernel.securityContext = Situation.text("a\u{1b}[2J\nb (enforce)\n")
    }
    #expect(denied.sentences.first?.contains("a\\x1b[2J\\x0ab") == true)
  }

  @Test func limits() {
    func situation(_ kinds: NamespaceSet, _ limit: String, _ errno: Errno = .noSpace) -> [String] {
      Situation.unshare(kinds, errno).with {
        $0.evidence.kernel.limits = NamespaceKind.allCases.map {
          .init(of: $0, Situation.text(limit))
        }
      }.topics
    }
    #expect(situation(.network, "0\n") == ["limit-zero"])
    #expect(situation(.network, "0\n", .tooManyUsers) == ["limit-zero"])
    #expect(situation(.network, "5\n") == ["limit-reached"])
    #expect(situation(.network, "0\n", .notPermitted) == ["needs-sys-admin"])
    #expect(situation(.network, "2147483647\n") == ["limit-outside"])
    #expect(situation([.network, .uts], "5\n") == ["limit-outside"])
    #expect(situation(.user, "2147483647\n") == ["limit-outside"])
    #expect(situation(.network, "") == [])
    #expect(situation(.network, "-1\n") == [])
  }

  @Test func nesting() {
    let user = Situation.unshare(.user, .noSpace).with {
      $0.evidence.kernel.limits = [.init(of: .user, Situation.text("2147483647\n"))]
      $0.evidence.process.userNamespace = .known("user:[4026532000]")
    }
    #expect(user.topics == ["nesting"])
    let first = user.with { $0.evidence.process.userNamespace = .known("user:[4026531837]") }
    #expect(first.topics == ["limit-outside"])
    func pids(_ levels: Int) -> Situation {
      Situation.unshare(.pid, .noSpace).with {
        let numbers = String(repeating: "\t1", count: levels)
        $0.evidence.process.status = Situation.text("Name:\tx\nNSpid:\(numbers)\nSeccomp:\t0\n")
        $0.evidence.process.pidNamespace = .known("pid:[4026532000]")
      }
    }
    #expect(pids(33).topics == ["nesting"])
    #expect(pids(32).topics == ["limit-reached"])
    #expect(pids(32).sentences.first?.hasPrefix("probably") == true)
  }

  @Test func whichLimit() {
    let zero = Situation.unshare([.network, .uts], .noSpace).with {
      $0.evidence.kernel.limits = [
        .init(of: .network, Situation.text("7\n")), .init(of: .uts, Situation.text("0\n")),
      ]
    }
    #expect(zero.sentences == ["user.max_uts_namespaces is 0: no uts namespace can be made here"])
  }

  @Test func aKernelWithoutTheKind() {
    let missing = Situation.unshare([.time, .network], .invalidArgument).with {
      $0.evidence.kernel.missingKinds = .time
    }
    #expect(missing.topics == ["no-such-kind"])
    #expect(missing.sentences.first?.contains("no time namespaces") == true)
    #expect(missing.with { $0.evidence.kernel.missingKinds = .uts }.topics == [])
  }

  @Test func aPIDNamespaceThatWaits() {
    let second = Situation.unshare(.pid, .invalidArgument).with {
      $0.evidence.process.pidNamespace = .known("pid:[4026531836]")
      $0.evidence.process.childPIDNamespace = .refused(.noEntry)
    }
    #expect(second.topics == ["pid-pending"])
    #expect(
      second.with { $0.evidence.process.childPIDNamespace = .known("pid:[4026532000]") }.topics
        == ["pid-pending"])
    #expect(
      second.with { $0.evidence.process.childPIDNamespace = .known("pid:[4026531836]") }.topics
        == [])
    #expect(second.with { $0.evidence.process.childPIDNamespace = .unknown }.topics == [])
  }

  @Test func noSuchCall() {
    let emulated = Situation.unshare(.user, .noSystemCall)
    #expect(emulated.topics == ["no-unshare-call"])
    #expect(
      emulated.with { $0.evidence.process.status = Situation.text("Seccomp:\t2\n") }.topics == [])
  }
}
