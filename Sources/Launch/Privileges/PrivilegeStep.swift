public import Capabilities
public import Namespaces

/// One act of a launch on what the process may do. Their order is the planner's
/// (Privileges/PrivilegePlanner.swift), which has the reason for each.
public enum PrivilegeStep: Equatable, Sendable {
  /// Adds capabilities to the inheritable set that the bounding set is about to lose.
  case makeInheritable(CapabilitySet)
  case changeBounding(CapabilityEdit)
  /// Lets the permitted capabilities survive the change of user that follows.
  case keepPermitted
  case changeSecurebits(SecurebitEdit)
  case setGroups([GroupID])
  case changeInheritable(CapabilityEdit)
  case changeAmbient(CapabilityEdit)
  /// Changes the permitted and the effective set. After a change to a user who is not root only
  /// the capabilities in `keeping` stay; everything where that is nil.
  case changeHeld(CapabilityEdit, keeping: CapabilitySet?)
  case forbidNewPrivileges
  case check(PrivilegeCheck)
}

/// What must hold when the program starts.
public enum PrivilegeCheck: Equatable, Sendable {
  case has(Capability, CapabilityKind)
  case forbidsNewPrivileges
}

/// What stopped a privilege step.
public enum PrivilegeFailure: Error, Equatable, Sendable {
  case read(Errno)
  case inheritable(Capability?, Errno)
  /// A capability that the bounding set lacks; nothing can be added to it.
  case notBounding(Capability)
  case dropBounding(Capability, Errno)
  case keepPermitted(Errno)
  case securebits(Errno)
  case setGroups(Errno)
  case ambient(Capability, isRaised: Bool, Errno)
  /// A capability that the process does not have and so cannot hand on.
  case notPermitted(Capability)
  case held(Errno)
  case forbidNewPrivileges(Errno)
  case lacks(Capability, CapabilityKind, found: CapabilitySet)
  case allowsNewPrivileges

  // What was read back is not what was asked for.
  case stillHas(Capability, CapabilityKind)
  case lost(Capability, CapabilityKind)
  case securebitsAre(Securebits)
  case usersAre(ProcessIDs, not: UserID)
  case groupsAre(ProcessIDs, not: GroupID)
  /// The supplementary ones.
  case groupsDiffer
}
