import Capabilities
public import Launch

/// What a program changes of its identity by itself, each part in its own way.
public struct IdentityChange: Sendable {
  /// What it does about the supplementary groups where no option of ours says otherwise.
  public var groups: [LaunchStep] = []
  /// How it changes its group.
  public var group: [LaunchStep] = []
  /// How it changes its user.
  public var user: [LaunchStep] = []
  /// What must follow a change of the user at once.
  public var afterUser: [LaunchStep] = []
  /// Whether the new user may be another than root, who loses all capabilities.
  public var mayLeaveRoot = false
  /// `--keep-caps`.
  public var keepsCapabilities = false
  /// What is done with the new identity before capabilities are given up.
  public var afterwards: [LaunchStep] = []

  /// No change.
  public init() {}
}

extension LaunchRequest {
  /// All that a launch does to its identity and its privileges, last of all before the program
  /// starts. The one place that knows the order; without a request it is the program's own.
  public func steps(_ identity: IdentityChange) -> [LaunchStep] {
    let changes = changes(identity)
    var steps = changes
    // Before the first change: what must come out depends on what was there.
    if changes.contains(where: { $0.changesCapabilities }) {
      steps.insert(.rememberPrivileges, at: 0)
    }

    // Checks after all changes: what they find is what the program starts from.
    steps += checks.map { .privilege(.check($0)) }

    // Last of all, so that nothing can change any more what was found right. A call that claims to
    // have succeeded is not enough to start a program on.
    if changes.contains(where: { $0.changesCapabilities }) || !AskedIdentity(changes).isEmpty {
      steps.append(.verify(after: changes))
    }
    return steps
  }

  private func changes(_ identity: IdentityChange) -> [LaunchStep] {
    var steps: [LaunchStep] = []
    let keepsPermitted = identity.mayLeaveRoot && raisesAny

    // The bounding set first: CAP_SETPCAP, which it takes, is lost with the change of user at the
    // latest. What it loses can be inherited only if it was inheritable before.
    let early = inheritable.raised.intersection(bounding.dropped)
    if !early.isEmpty { steps.append(.privilege(.makeInheritable(early))) }
    if !bounding.dropped.isEmpty || !bounding.raised.isEmpty {
      steps.append(.privilege(.changeBounding(bounding)))
    }

    // Securebits while CAP_SETPCAP is there, and before the change of user that they govern. They
    // may lock the bit that keeps capabilities, so that is set before.
    if keepsPermitted { steps.append(.privilege(.keepPermitted)) }
    if !securebits.isEmpty { steps.append(.privilege(.changeSecurebits(securebits))) }

    // Groups before the user: afterwards there is no right left to change them.
    switch groups {
    case nil: steps += identity.groups
    case .list(let list): steps.append(.privilege(.setGroups(list)))
    case .clear: steps.append(.dropRemainingGroups)
    case .keep, .ofUser: break
    }
    steps += identity.group

    // The user before the other sets: a change from root clears permitted, effective and ambient
    // capabilities. The effective ones go even where the permitted ones are kept.
    steps += identity.user
    steps += identity.afterUser

    // After the change of the user, which would clear the ambient set again. What is asked for by
    // name below comes on top, and what is dropped there is not raised here.
    if identity.keepsCapabilities {
      let except = bounding.dropped.union(inheritable.dropped).union(ambient.dropped)
      steps.append(.raiseAmbientCapabilities(except: except))
    }
    steps += identity.afterwards

    // Inheritable before ambient: the kernel lets into the ambient set only what is permitted and
    // inheritable.
    if !inheritable.isEmpty { steps.append(.privilege(.changeInheritable(inheritable))) }
    if !ambient.isEmpty { steps.append(.privilege(.changeAmbient(ambient))) }

    // Permitted and effective after all that needs a capability. Those that survived the change of
    // user only to be handed on go here: nobody asked for the others.
    let keeping = keepsPermitted ? keptPermitted(identity) : nil
    if !held.isEmpty || keeping != nil {
      steps.append(.privilege(.changeHeld(held, keeping: keeping)))
    }

    // After everything that could be refused for it, and nothing is left that it could let pass.
    if forbidsNewPrivileges { steps.append(.privilege(.forbidNewPrivileges)) }
    return steps
  }

  /// Whether any set but the bounding one gets more.
  private var raisesAny: Bool { inheritable.raises || ambient.raises || held.raises }

  private func keptPermitted(_ identity: IdentityChange) -> CapabilitySet? {
    if identity.keepsCapabilities { return nil }
    return ambient.raisedAtMost.union(held.raisedAtMost)
  }
}
