public import Capabilities
public import NamespaceValues

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
