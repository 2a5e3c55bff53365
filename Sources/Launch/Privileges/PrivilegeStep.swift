public import Capabilities
public import NamespaceValues

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
