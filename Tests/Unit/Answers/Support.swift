import Answers
import Bytes
import Capabilities
import Kernel
import Launch
import NamespaceValues
import Nsenter
import Testing

/// A failure with all that is known of it, as a test changes it: a rule is shown by a case where it
/// must speak and by one, as near to it as can be, where it must not.
struct Situation {
  var trouble: Trouble
  /// A plain user on a usual machine, of which everything is known and where nothing is in the way.
  var evidence = Evidence()

  init(_ failure: Trouble.Failure) {
    trouble = Trouble(failure)
    trouble.circumstances.callerUser = UserID(1001)
    trouble.circumstances.callerGroup = GroupID(1001)
    var sets = CapabilitySets()
    sets.bounding = CapabilitySet(first: 41)
    evidence.process.capabilities = sets
    evidence.process.forbidsNewPrivileges = false
    evidence.process.status = .known(
      Array("Name:\tunshare\nNoNewPrivs:\t0\nSeccomp:\t0\nNSpid:\t4712\n".utf8))
    evidence.process.userMap = .known(Array("         0          0 4294967295\n".utf8))
    evidence.process.groupMap = .known(Array("         0          0 4294967295\n".utf8))
    evidence.process.setgroups = .known(Array("allow\n".utf8))
    evidence.process.mounts = .known(
      Array("24 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n".utf8))
    evidence.process.userNamespace = .known("user:[4026531837]")
    evidence.process.pidNamespace = .known("pid:[4026531836]")
    evidence.process.proc = .known(FileLook(mode: 0o040555, fileSystem: .proc))
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
    situation.trouble.circumstances.plan = plan
    return situation
  }

  /// nsenter of a process, 4711, which is the caller's own and in the same namespaces.
  static func nsenter(_ failure: Trouble.Failure, _ kinds: NamespaceSet = .network) -> Situation {
    var situation = Situation(failure)
    var entry = NsenterIntent()
    entry.target = NsenterIntent.Target(ProcessID(4711))
    entry.namespaces = kinds
    situation.trouble.circumstances.entry = entry
    var plan = LaunchPlan(program: .command("true", arguments: []))
    plan.setup = [.enterTarget(kinds, ifAllowed: false)]
    situation.trouble.circumstances.plan = plan
    situation.evidence.target = .own
    return situation
  }

  /// setns(2) with the pidfd of that process.
  static func enter(_ kinds: NamespaceSet, _ errno: Errno) -> Situation {
    nsenter(.launch(.enterTarget(kinds, errno)), kinds)
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

extension NamespaceChain {
  /// Namespaces of these numbers, from the inside out, made by the plain user but for the outermost.
  static func made(_ numbers: [UInt64]) -> NamespaceChain {
    NamespaceChain(numbers.map { Link($0, madeBy: $0 == numbers.last ? .root : UserID(1001)) })
  }
}

extension TargetEvidence {
  /// A process of the plain user, in his own namespaces.
  static var own: TargetEvidence {
    var target = TargetEvidence()
    target.process = ProcessID(4711)
    target.exists = .known(true)
    target.say("Name:\tsleep", "State:\tS (sleeping)", "Tgid:\t4711", "NSpid:\t4711")
    target.say("Uid:\t1001\t1001\t1001\t1001", "Gid:\t1001\t1001\t1001\t1001")
    target.directory = .known(FileLook(user: UserID(1001), mode: 0o040555, fileSystem: .proc))
    target.file = .known(FileLook(user: UserID(1001), mode: 0o100444, fileSystem: .proc))
    target.namespaces = NamespaceKind.allCases.map { kind in
      var membership = Membership(kind)
      let link: ByteString = kind == .user ? "user:[4026531837]" : "\(kind.name):[4026531800]"
      (membership.link, membership.own) = (.known(link), .known(link))
      return membership
    }
    return target
  }

  /// Adds lines to its status; the last of a name counts.
  mutating func say(_ lines: String...) {
    status = .known((status.value ?? []) + Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  /// Puts it into another namespace of a kind.
  mutating func move(
    _ kind: NamespaceKind, to number: UInt64, owner: UInt64? = nil, below ancestors: [UInt64] = []
  ) {
    guard let place = namespaces.firstIndex(where: { $0.kind == kind }) else { return }
    namespaces[place].link = .known("\(kind.name):[\(number)]")
    var look = NamespaceLook(number, kind)
    if kind == .user {
      look.owner = .made([number] + ancestors)
    } else if let owner {
      look.owner = .made(owner == 4_026_531_837 ? [owner] : [owner, 4_026_531_837])
    }
    if kind == .pid { look.levels = .made([number] + ancestors) }
    namespaces[place].namespace = .known(look)
  }

  /// Makes its namespaces unreadable.
  mutating func close() {
    for place in namespaces.indices {
      namespaces[place].link = .refused(.accessDenied)
      namespaces[place].namespace = .unknown
    }
  }
}
