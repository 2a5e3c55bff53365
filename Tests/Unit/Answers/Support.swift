import Answers
import Bytes
import Capabilities
import Kernel
import Launch
import Namespaces
import Testing

/// A failure with all that is known of it, as a test changes it: a rule is shown by a case where it
/// must speak and by one, as near to it as can be, where it must not.
struct Situation {
  var trouble: Trouble
  /// A plain user on a usual machine, of which everything is known and where nothing is in the way.
  var evidence = Evidence()

  init(_ failure: Trouble.Failure) {
    trouble = Trouble(failure)
    trouble.callerUser = UserID(1001)
    trouble.callerGroup = GroupID(1001)
    var sets = CapabilitySets()
    sets.bounding = CapabilitySet(first: 41)
    evidence.process.capabilities = sets
    evidence.process.forbidsNewPrivileges = false
    evidence.process.status = .known(Array("Name:\tunshare\nNoNewPrivs:\t0\nSeccomp:\t0\n".utf8))
    evidence.process.userMap = .known(Array("         0          0 4294967295\n".utf8))
    evidence.process.groupMap = .known(Array("         0          0 4294967295\n".utf8))
    evidence.process.setgroups = .known(Array("allow\n".utf8))
    evidence.process.mounts = .known(
      Array("24 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n".utf8))
    evidence.process.userNamespace = .known("user:[4026531837]")
    evidence.kernel.release = "6.12.0"
    evidence.kernel.limits = NamespaceKind.allCases.map {
      .init(of: $0, .known(Array("63000\n".utf8)))
    }
    evidence.kernel.unprivilegedClone = .refused(.noEntry)
    evidence.kernel.appArmorRestriction = .refused(.noEntry)
    evidence.kernel.securityContext = .known(Array("unconfined\n".utf8))
    evidence.kernel.selinuxEnforces = .refused(.noEntry)
  }

  /// A launch that fails at unshare(2).
  static func unshare(_ kinds: NamespaceSet, _ errno: Errno) -> Situation {
    var situation = Situation(.launch(.unshare(errno)))
    var plan = LaunchPlan(program: .command("true", arguments: []))
    plan.setup = [.unshare(kinds)]
    situation.trouble.plan = plan
    return situation
  }

  /// The topics of its hints.
  var topics: [String] { hints(for: trouble, evidence).map { "\($0.topic)" } }

  /// A copy that was changed.
  func with(_ change: (inout Situation) -> Void) -> Situation {
    var copy = self
    change(&copy)
    return copy
  }
}
