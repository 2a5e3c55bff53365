public import Capabilities
public import NamespaceValues

/// The capabilities of a process, and what decides about them when its user changes. As a value: what
/// must come out of a launch is worked out from what was there and what is to be done, and compared
/// with what the kernel says in the end.
public struct PrivilegeModel: Equatable, Sendable {
  /// All five sets.
  public var sets: CapabilitySets
  /// The securebits.
  public var securebits: Securebits
  /// The user ids.
  public var users: ProcessIDs

  /// Starts from what was read of a process.
  public init(sets: CapabilitySets, securebits: Securebits, users: ProcessIDs) {
    self.sets = sets
    self.securebits = securebits
    self.users = users
  }

  /// What there is after these steps.
  /// - Parameter target: the user that `setUserOfTarget` or `setMappedUser` means.
  public func after(_ steps: [LaunchStep], target: UserID) -> PrivilegeModel {
    var model = self
    for step in steps { model.apply(step, target) }
    return model
  }

  private mutating func apply(_ step: LaunchStep, _ target: UserID) {
    switch step {
    case .setUser(let user): change(to: user)
    case .setUserOfTarget, .setMappedUser: change(to: target)
    case .raiseAmbientCapabilities(let except):
      sets.inheritable = sets.permitted.subtracting(except)
      limitAmbient()
      sets.ambient.formUnion(sets.effective.subtracting(except))
    case .privilege(let step): apply(step)
    default: break
    }
  }

  private mutating func apply(_ step: PrivilegeStep) {
    // What "all" is limited to in sets that may have less than is permitted.
    let available = sets.permitted.intersection(sets.bounding)
    switch step {
    case .makeInheritable(let capabilities):
      sets.inheritable.formUnion(capabilities)
      limitAmbient()
    case .changeBounding(let edit): sets.bounding.subtract(edit.dropped)
    case .keepPermitted: securebits.insert(.keepCapabilities)
    case .changeSecurebits(let edit): securebits = edit.applied(to: securebits)
    case .changeInheritable(let edit):
      sets.inheritable = edit.applied(to: sets.inheritable, permitted: available)
      limitAmbient()
    case .changeAmbient(let edit):
      sets.ambient = edit.applied(to: sets.ambient, permitted: available)
    case .changeHeld(let edit, let keeping):
      if let keeping, users.effective != UserID.root.number {
        sets.permitted.formIntersection(keeping)
        sets.effective.formIntersection(keeping)
      }
      sets.effective = edit.applied(to: sets.effective, permitted: sets.permitted)
      sets.permitted = edit.applied(to: sets.permitted, permitted: sets.permitted)
      limitAmbient()
    case .setGroups, .forbidNewPrivileges, .check: break
    }
  }

  /// "Effect of user ID changes on capabilities" of capabilities(7). All ids of the process are the
  /// new one: that a part of them stays is found out beside this.
  private mutating func change(to user: UserID) {
    let old = users
    users = ProcessIDs(user.number)
    if securebits.contains(.noSetuidFixup) { return }
    let root = UserID.root.number
    if user != .root, old.all.prefix(3).contains(root) {
      if !securebits.contains(.keepCapabilities) {
        sets.permitted = []
        sets.effective = []
      }
      sets.ambient = []
    }
    if old.effective == root, user != .root { sets.effective = [] }
    if old.effective != root, user == .root { sets.effective = sets.permitted }
  }

  /// What capset(2) does to the ambient set.
  private mutating func limitAmbient() {
    sets.ambient.formIntersection(sets.permitted.intersection(sets.inheritable))
  }
}

extension LaunchStep {
  /// Whether the step is there to change a set of capabilities.
  public var changesCapabilities: Bool {
    switch self {
    case .privilege(let step):
      switch step {
      case .makeInheritable, .changeBounding, .changeInheritable, .changeAmbient, .changeHeld: true
      case .keepPermitted, .changeSecurebits, .setGroups, .forbidNewPrivileges, .check: false
      }
    default: false
    }
  }
}
