import Answers
import Bytes
import Capabilities
import Kernel
import Launch
import NamespaceValues
import Nsenter
import Testing

/// setns(2) was refused.
@Suite struct EntryRuleTests {
  /// A container of the plain user: user, mount, PID and network namespace of its own.
  private func container(_ kinds: NamespaceSet, _ errno: Errno = .notPermitted) -> Situation {
    Situation.enter(kinds, errno).with {
      $0.evidence.target.move(
        .user, to: 4_026_532_500, owner: 4_026_531_837, below: [4_026_531_837])
      for (place, kind) in [NamespaceKind.mount, .pid, .network].enumerated() {
        $0.evidence.target.move(
          kind, to: 4_026_532_501 + UInt64(place), owner: 4_026_532_500, below: [4_026_531_836])
      }
    }
  }

  @Test func aFilterIsFoundOut() {
    let filtered = Situation.enter(.network, .notPermitted).with {
      $0.evidence.kernel.refusals = [.init(of: .setns, .notPermitted)]
      $0.evidence.process.status = .known(Array("Seccomp:\t2\n".utf8))
    }
    #expect(filtered.topics == ["seccomp-filter"])
    #expect(
      filtered.with { $0.evidence.kernel.refusals = [.init(of: .mount, .notPermitted)] }.topics
        == ["entry-needs-sys-admin"])
  }

  @Test func itEnded() {
    let ended = Situation.enter(.network, .noProcess)
    #expect(ended.topics == ["target-ended"])
    #expect(
      ended.with { $0.evidence.target.say("State:\tZ (zombie)") }.topics == ["target-is-zombie"])
  }

  @Test func aPlainUserOnTheHost() {
    let refused = Situation.enter([.network, .mount], .notPermitted)
    #expect(refused.topics == ["entry-needs-sys-admin"])
    let root = refused.with {
      $0.trouble.circumstances.callerUser = .root
      $0.evidence.process.capabilities?.bounding = []
    }
    #expect(root.topics == ["root-without-sys-admin"])
    #expect(refused.with { $0.evidence.target.close() }.topics == [])
    #expect(
      refused.with {
        $0.evidence.target.close()
        $0.evidence.target.say("Uid:\t0\t0\t0\t0")
      }.topics == ["target-of-other-user"])
  }

  @Test func rootOfTheMachineIsRefused() {
    let root = Situation.enter([.network, .mount], .notPermitted).with {
      $0.trouble.circumstances.callerUser = .root
      $0.evidence.process.capabilities?.effective = .all
    }
    #expect(root.topics == ["refused-by-sandbox"])
    let less = root.with {
      $0.evidence.target.move(.mount, to: 4_026_532_501, owner: 4_026_531_837)
      $0.evidence.process.capabilities?.effective.subtract(CapabilitySet(.sysChroot))
    }
    #expect(less.topics == ["entry-needs-sys-chroot"])
    for change: (inout Situation) -> Void in [
      { $0.evidence.process.capabilities?.effective.subtract(CapabilitySet(.sysPtrace)) },
      { $0.evidence.process.userNamespace = .known("user:[4026532000]") },
    ] { #expect(root.with(change).topics == []) }
    let file = root.with {
      $0.trouble.failure = .launch(.enterFile(.network, .notPermitted))
      $0.evidence.file.path = "/run/netns/blue"
    }
    #expect(file.topics == ["refused-by-sandbox"])
    #expect(
      file.with { $0.evidence.process.userNamespace = .known("user:[4026532000]") }.topics == [])
  }

  @Test func theUserNamespaceWasForgotten() {
    #expect(container([.network, .mount]).topics == ["enter-user-too"])
    #expect(
      container(.network).with {
        $0.evidence.target.move(.user, to: 4_026_532_500, below: [])
      }.topics == ["target-in-outer-user-namespace"])
  }

  @Test func aKindIsShared() {
    let all = container([.user, .mount, .pid, .network, .time])
    // It was left out when that was refused, so it is not in the way.
    #expect(all.topics == [])
    #expect(container([.user, .mount, .pid, .network]).topics == [])
  }

  /// Without --user: what is shared needs none.
  @Test func whatIsSharedNeedsNoUserNamespace() {
    #expect(container(.uts).topics == [])
    #expect(container([.uts, .network]).topics == ["enter-user-too"])
    let strange = container(.network).with {
      $0.evidence.target.move(.network, to: 4_026_532_700, owner: 4_026_531_837)
    }
    #expect(strange.topics == ["kind-of-other-owner"])
    #expect(strange.sentences[0].hasSuffix("root may enter it"))
    #expect(
      container(.network).with { $0.trouble.circumstances.callerUser = UserID(1002) }.topics
        == ["user-namespace-of-other"])
  }

  @Test func aKindBelongsToOthers() {
    let strange = container([.user, .mount, .pid, .network]).with {
      $0.evidence.target.move(.network, to: 4_026_532_700, owner: 4_026_531_837)
    }
    #expect(strange.topics == ["kind-of-other-owner"])
    let all = strange.with { $0.trouble.circumstances.entry?.entersAll = true }
    #expect(
      all.sentences[0]
        == "its net belongs to user namespace 4026531837, not to the container; --except net leaves it out"
    )
    // Who owns it is not known.
    #expect(
      strange.with { $0.evidence.target.move(.network, to: 4_026_532_700) }.topics == [])
  }

  @Test func somebodyElseMadeIt() {
    let foreign = container([.user, .mount, .pid, .network])
    #expect(
      foreign.with { $0.trouble.circumstances.callerUser = UserID(1002) }.topics == [
        "user-namespace-of-other"
      ])
    #expect(foreign.topics == [])
    let root = foreign.with {
      $0.trouble.circumstances.callerUser = .root
      $0.evidence.process.capabilities?.bounding = []
    }
    #expect(root.topics == ["root-without-sys-admin"])
    // One is between: who made the outer one has all rights.
    let nested = foreign.with {
      $0.trouble.circumstances.callerUser = UserID(1002)
      $0.evidence.target.move(
        .user, to: 4_026_532_500, owner: 4_026_532_499, below: [4_026_532_499, 4_026_531_837])
    }
    #expect(
      nested.sentences == [
        "its user namespace is below one that was made by uid 1001: that user or root may enter it"
      ])
    // His own one is above it, whoever made what is between.
    #expect(nested.with { $0.trouble.circumstances.callerUser = UserID(1001) }.topics == [])
    let unknown = foreign.with {
      $0.trouble.circumstances.callerUser = UserID(1002)
      $0.evidence.process.userMap = .known(Array("0 0 1\n1002 1002 1\n".utf8))
    }
    #expect(unknown.sentences[0].contains("that somebody else made"))
  }

  @Test func aMountNamespaceTakesMore() {
    let lacking = Situation.enter(.mount, .notPermitted).with {
      $0.evidence.target.move(.mount, to: 4_026_532_501, owner: 4_026_531_837)
      $0.evidence.process.capabilities?.effective = CapabilitySet.all.subtracting(
        CapabilitySet(.sysChroot))
    }
    #expect(lacking.topics == ["entry-needs-sys-chroot"])
    #expect(
      lacking.with { $0.evidence.process.capabilities?.effective = .all }.topics
        == ["refused-by-sandbox"])
  }

  @Test func onesOwnUserNamespace() {
    #expect(Situation.enter(.user, .invalidArgument).topics == ["user-namespace-is-own"])
    #expect(container(.user, .invalidArgument).topics == [])
  }

  @Test func aPIDNamespaceAbove() {
    let above = container(.pid, .invalidArgument).with {
      $0.evidence.process.pidNamespace = .known("pid:[4026532888]")
    }
    #expect(above.topics == ["pid-namespace-not-below"])
    #expect(container(.pid, .invalidArgument).topics == [])
  }

  // Files.

  private func file(
    _ kind: NamespaceKind, _ errno: Errno, _ look: NamespaceLook?, owner: UInt64? = nil
  ) -> Situation {
    Situation.nsenter(.launch(.enterFile(kind, errno)), NamespaceSet(kind)).with {
      $0.trouble.circumstances.plan?.setup = [.enterFile(kind, ifAllowed: false)]
      $0.evidence.file.path = "/run/netns/blue"
      $0.evidence.file.look = .known(
        FileLook(mode: 0o100444, fileSystem: look == nil ? .proc : .nsfs))
      guard var look else { return }
      if kind == .user {
        look.owner = .made([look.number])
      } else if let owner {
        look.owner = .made(owner == 4_026_531_837 ? [owner] : [owner, 4_026_531_837])
      }
      $0.evidence.file.namespace = .known(look)
    }
  }

  @Test func aFileThatIsNone() {
    #expect(file(.network, .invalidArgument, nil).topics == ["file-is-no-namespace"])
    let unknown = file(.network, .invalidArgument, nil).with {
      $0.evidence.file.look = .known(FileLook(mode: 0o100444))
    }
    #expect(unknown.topics == [])
    // Where the kernel does not say what a file system is, its number is compared.
    #expect(
      unknown.with { $0.evidence.file.sample = .known(FileLook(device: 4, mode: 0o100444)) }.topics
        == ["file-is-no-namespace"])
  }

  @Test func aFileOfAnotherKind() {
    #expect(
      file(.network, .invalidArgument, NamespaceLook(5, .uts)).topics == ["file-is-other-kind"])
    #expect(file(.network, .invalidArgument, NamespaceLook(5, .network)).topics == [])
  }

  @Test func aFileOfWhereOneIs() {
    #expect(
      file(.user, .invalidArgument, NamespaceLook(4_026_531_837, .user)).topics
        == ["user-namespace-is-own"])
    #expect(file(.user, .invalidArgument, NamespaceLook(5, .user)).topics == [])
    #expect(
      file(.pid, .invalidArgument, NamespaceLook(5, .pid)).topics == ["pid-namespace-not-below"])
    #expect(file(.pid, .invalidArgument, NamespaceLook(4_026_531_836, .pid)).topics == [])
  }

  @Test func aFileThatTakesRights() {
    let own = file(.network, .notPermitted, NamespaceLook(5, .network), owner: 4_026_531_837)
    #expect(own.topics == ["entry-needs-sys-admin"])
    let inner = file(.network, .notPermitted, NamespaceLook(5, .network), owner: 4_026_532_500)
    #expect(inner.topics == ["file-of-other-owner"])
    #expect(inner.sentences[0].contains("enter that too"))
    // Attacker: another user's, which would not be entered that way either.
    let strange = inner.with { $0.trouble.circumstances.callerUser = UserID(1002) }
    #expect(strange.topics == ["file-of-other-owner"])
    #expect(strange.sentences[0].hasSuffix("over which there are no rights: root may enter it"))
    #expect(
      inner.with { $0.evidence.process.capabilities?.effective = .all }.topics
        == ["refused-by-sandbox"])
  }

  /// Attacker: the files of a mount namespace that was entered decide nothing.
  @Test func whatIsNotEnteredYetIsNotOthers() {
    var trouble = Situation.enter([.mount, .network], .notPermitted).trouble
    #expect(!trouble.isAmongOthersFiles)
    // Only the network namespace was left: the mount namespace was entered.
    trouble.failure = .launch(.enterTarget(.network, .notPermitted))
    #expect(trouble.isAmongOthersFiles)
    trouble.circumstances.plan?.setup = [
      .enterTarget(.mount, ifAllowed: false), .enterFile(.network, ifAllowed: false),
    ]
    trouble.failure = .launch(.enterFile(.network, .invalidArgument))
    #expect(trouble.isAmongOthersFiles)
    trouble.circumstances.plan?.setup = [
      .enterFile(.network, ifAllowed: false), .enterFile(.mount, ifAllowed: false),
    ]
    #expect(!trouble.isAmongOthersFiles)
    trouble.failure = .launch(.enterFile(.mount, .invalidArgument))
    #expect(!trouble.isAmongOthersFiles)
    trouble.failure = .launch(.setUser(.invalidArgument))
    #expect(trouble.isAmongOthersFiles)
  }
}
