public import NamespaceValues

/// What steps set for good, whatever was there before: the ids, the groups and the bits that a
/// process must have when they were carried out. Nil is what they do not touch.
public struct AskedIdentity: Equatable, Sendable {
  /// The user, in all four places.
  public var user: UserID?
  /// The group, in all four places.
  public var group: GroupID?
  /// The supplementary groups.
  public var groups: [GroupID]?
  /// What becomes of the securebits.
  public var securebits = SecurebitEdit()
  /// Whether no program may give more rights.
  public var forbidsNewPrivileges = false

  /// - Parameters:
  ///   - user: whom `setUserOfTarget` and `setMappedUser` mean.
  ///   - group: what `setGroupOfTarget` and `setMappedGroup` mean.
  public init(_ steps: [LaunchStep], targetUser: UserID = .root, targetGroup: GroupID = .root) {
    for step in steps {
      switch step {
      case .setUser(let user): self.user = user
      case .setUserOfTarget, .setMappedUser: user = targetUser
      case .setGroup(let group): self.group = group
      case .setGroupOfTarget, .setMappedGroup: group = targetGroup
      case .dropGroups, .dropGroupsUnlessDone, .dropRemainingGroups: groups = []
      case .privilege(.setGroups(let list)): groups = list
      case .privilege(.changeSecurebits(let edit)): securebits = edit
      case .privilege(.forbidNewPrivileges): forbidsNewPrivileges = true
      default: break
      }
    }
  }

  /// Whether prctl(2) has to be asked.
  var asksForBits: Bool { !securebits.isEmpty || forbidsNewPrivileges }

  /// Whether nothing is set.
  public var isEmpty: Bool { user == nil && group == nil && groups == nil && !asksForBits }
}
