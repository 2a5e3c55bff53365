public import Bytes
import Capabilities
public import Host
public import Launch
public import Namespaces

/// What the user asked for in matters of privileges: the options of a command line, their values
/// read, all names looked up.
public struct PrivilegeRequest: Equatable, Sendable {
  public var bounding = CapabilityEdit()
  public var inheritable = CapabilityEdit()
  public var ambient = CapabilityEdit()
  /// The permitted and the effective set.
  public var held = CapabilityEdit()
  public var securebits = SecurebitEdit()
  public var groups: Groups?
  public var forbidsNewPrivileges = false
  /// In the order in which they are made.
  public var checks: [PrivilegeCheck] = []

  public init() {}

  /// What becomes of the supplementary groups.
  public enum Groups: Equatable, Sendable {
    case list([GroupID])
    case clear
    case keep
    /// Those of the user that the program runs as; `complete` makes a list of it.
    case ofUser

    var option: PrivilegeError.OptionName {
      switch self {
      case .list: .groups
      case .clear: .clearGroups
      case .keep: .keepGroups
      case .ofUser: .initGroups
      }
    }
  }

  /// Applies one option. "All" is every number there can be, not what is known of this kernel: what
  /// a failed question left out would not be dropped, and nothing is added that is not permitted.
  /// Names are looked up here, while the options are applied one by one: before anything changes,
  /// and so that the first wrong thing from the left is reported.
  public mutating func apply(
    _ option: PrivilegeOption, _ value: ByteString, on host: some HostFacts
  ) throws(PrivilegeError) {
    let known = host.knownCapabilities
    switch option {
    // Whoever applies the events acts on it.
    case .listCapabilities: break

    case .dropCapabilities:
      for item in try parseItems(value, of: .capDrop) {
        switch try CapabilityWord(item, known: known) {
        case .one(let capability): changeEverywhere { $0.drop(CapabilitySet(capability)) }
        case .all: changeEverywhere { $0.drop(.everything) }
        }
      }
    case .addCapabilities:
      for item in try parseItems(value, of: .capAdd) {
        switch try CapabilityWord(item, known: known) {
        case .one(let capability): changeEverywhere { $0.raise(CapabilitySet(capability)) }
        case .all: changeEverywhere { $0.raiseIfPermitted(.everything) }
        }
      }
    case .bounding: try change(&bounding, value, of: .boundingSet, known)
    case .inheritable: try change(&inheritable, value, of: .inhCaps, known)
    case .ambient: try change(&ambient, value, of: .ambientCaps, known)
    case .inheritance: try setInheritance(value, known)

    case .securebits:
      for (isAdded, word) in try parseSignedItems(value, of: .securebits) {
        let bit = try parseSecurebit(word)
        if isAdded { securebits.add(bit) } else { securebits.remove(bit) }
      }
    case .noNewPrivileges: forbidsNewPrivileges = true

    case .groups:
      try choose(.list([]))
      var list: [GroupID] = []
      for item in try parseItems(value, of: .groups) { list.append(try parseGroup(item, on: host)) }
      groups = .list(list)
    case .clearGroups: try choose(.clear)
    case .keepGroups: try choose(.keep)
    case .initGroups: try choose(.ofUser)

    case .hasPermitted: try check(value, .permitted, known)
    case .hasEffective: try check(value, .effective, known)
    case .hasInheritable: try check(value, .inheritable, known)
    case .hasAmbient: try check(value, .ambient, known)
    case .hasBounding: try check(value, .bounding, known)
    case .hasNoNewPrivileges: checks.append(.forbidsNewPrivileges)
    }
  }

  /// Looks up what can only be looked up when all options are known.
  /// - Parameter user: the user that was asked for; nil where none was, or none by its number.
  public mutating func complete(
    user: UserID?, on host: some HostFacts
  ) throws(PrivilegeError) {
    guard groups == .ofUser else { return }
    guard let user else { throw .initGroupsWithoutUser }
    let list: [GroupID]?
    do throws(Errno) { list = try host.groups(of: user) } catch {
      throw .groupsOfUser(user, error)
    }
    guard let list else { throw .unknownUser(user) }
    groups = .list(list)
  }

  /// Whether the program gets fewer capabilities than it would have without these options. As root
  /// it regains them all but for the bounding set and the securebits.
  public var lowersCapabilities: Bool {
    [bounding, inheritable, ambient, held].contains { !$0.dropped.isEmpty } || !securebits.isEmpty
  }

  /// The same, or that no program that it starts gets more.
  public var givesUpRights: Bool { lowersCapabilities || forbidsNewPrivileges }

  private mutating func changeEverywhere(_ change: (inout CapabilityEdit) -> Void) {
    change(&bounding)
    change(&inheritable)
    change(&ambient)
    change(&held)
  }

  private func change(
    _ edit: inout CapabilityEdit, _ value: ByteString, of option: PrivilegeError.OptionName,
    _ known: CapabilitySet
  ) throws(PrivilegeError) {
    for (isAdded, word) in try parseSignedItems(value, of: option) {
      switch (try CapabilityWord(word, known: known), isAdded) {
      case (.one(let capability), true): edit.raise(CapabilitySet(capability))
      case (.one(let capability), false): edit.drop(CapabilitySet(capability))
      case (.all, true): edit.raiseIfPermitted(.everything)
      case (.all, false): edit.drop(.everything)
      }
    }
  }

  /// The inheritable and the ambient set become what the text says; the bounding set loses what it
  /// blocks.
  private mutating func setInheritance(
    _ text: ByteString, _ known: CapabilitySet
  ) throws(PrivilegeError) {
    let sets = try parseInheritance(text, known: known)
    inheritable.drop(.everything)
    inheritable.raise(sets.inheritable)
    ambient.drop(.everything)
    ambient.raise(sets.ambient)
    bounding.drop(sets.blocked)
  }

  private mutating func check(
    _ text: ByteString, _ kind: CapabilityKind, _ known: CapabilitySet
  ) throws(PrivilegeError) {
    checks.append(.has(try parseCapability(text, known: known), kind))
  }

  /// The options for groups exclude each other.
  private mutating func choose(_ new: Groups) throws(PrivilegeError) {
    if let groups, groups.option != new.option { throw .exclusive(groups.option, new.option) }
    groups = new
  }
}
