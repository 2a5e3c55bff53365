public import Bytes
import Capabilities
public import Host
import Kernel
public import Launch
public import NamespaceValues

/// What unshare and nsenter can both be asked for, privileges above all: the options of a command line,
/// their values read, all names looked up.
public struct LaunchRequest: Equatable, Sendable {
  /// What the program sees of the environment.
  public var environment = EnvironmentPolicy.inherit
  /// Whether the plan is printed instead of carried out.
  public var isDryRun = false
  /// Whether a person is told how each step went; with `isDryRun`, which of them must fail.
  public var explains = false

  /// `--forward-signals` with a value: what is passed on to the child.
  public var passedSignals: SignalSelection?
  /// `--forward-signals-group`.
  public var leadsGroup = false
  /// `--new-session`.
  public var startsSession = false
  /// `--json-status-fd` and its like.
  public var status = StatusRequest()

  /// What changes in the bounding set, capabilities(7).
  public var bounding = CapabilityEdit()
  /// What changes in the inheritable set.
  public var inheritable = CapabilityEdit()
  /// What changes in the ambient set.
  public var ambient = CapabilityEdit()
  /// The permitted and the effective set.
  public var held = CapabilityEdit()
  /// What changes in the securebits, capabilities(7).
  public var securebits = SecurebitEdit()
  /// What becomes of the supplementary groups; nil leaves that to the program.
  public var groups: Groups?
  /// Whether no_new_privs is set, PR_SET_NO_NEW_PRIVS(2const).
  public var forbidsNewPrivileges = false
  /// In the order in which they are made.
  public var checks: [PrivilegeCheck] = []

  /// A request that changes nothing.
  public init() {}

  /// What becomes of the supplementary groups.
  public enum Groups: Equatable, Sendable {
    /// They become these.
    case list([GroupID])
    /// None is left.
    case clear
    /// They stay, where the program would change them.
    case keep
    /// Those of the user that the program runs as; `complete` makes a list of it.
    case ofUser

    var option: LaunchOption {
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
    _ option: LaunchOption, _ value: ByteString, on host: some HostFacts
  ) throws(LaunchOptionError) {
    let known = host.knownCapabilities
    switch option {
    case .clearEnvironment: environment = .only([])
    case .whitelistEnvironment: environment = try parseVariables(value)
    case .dryRun: isDryRun = true
    case .explain: explains = true

    case .forwardSignalsGroup: leadsGroup = true
    case .newSession: startsSession = true
    case .jsonStatusFD: try give(value, for: .objects, .writing, on: host)
    case .infoFD: try give(value, for: .namespaces, .writing, on: host)
    case .blockFD: try give(value, for: .block, .reading, on: host)
    case .syncFD: try give(value, for: .sync, .keeping, on: host)

    case .dropCapabilities:
      for item in try parseItems(value, of: option) {
        switch try CapabilityWord(item, of: option, known: known) {
        case .one(let capability): changeEverywhere { $0.drop(CapabilitySet(capability)) }
        case .all: changeEverywhere { $0.drop(.everything) }
        }
      }
    case .addCapabilities:
      for item in try parseItems(value, of: option) {
        switch try CapabilityWord(item, of: option, known: known) {
        case .one(let capability): changeEverywhere { $0.raise(CapabilitySet(capability)) }
        case .all: changeEverywhere { $0.raiseIfPermitted(.everything) }
        }
      }
    case .bounding: try change(&bounding, value, of: option, known)
    case .inheritable: try change(&inheritable, value, of: option, known)
    case .ambient: try change(&ambient, value, of: option, known)
    case .inheritance: try setInheritance(value, known)

    case .securebits:
      for (isAdded, word) in try parseSignedItems(value, of: option) {
        let bit = try parseSecurebit(word)
        if isAdded { securebits.add(bit) } else { securebits.remove(bit) }
      }
    case .noNewPrivileges: forbidsNewPrivileges = true

    case .groups:
      try choose(.list([]))
      var list: [GroupID] = []
      for item in try parseItems(value, of: option) { list.append(try parseGroup(item, on: host)) }
      groups = .list(list)
    case .clearGroups: try choose(.clear)
    case .keepGroups: try choose(.keep)
    case .initGroups: try choose(.ofUser)

    case .hasPermitted: try check(value, .permitted, of: option, known)
    case .hasEffective: try check(value, .effective, of: option, known)
    case .hasInheritable: try check(value, .inheritable, of: option, known)
    case .hasAmbient: try check(value, .ambient, of: option, known)
    case .hasBounding: try check(value, .bounding, of: option, known)
    case .hasNoNewPrivileges: checks.append(.forbidsNewPrivileges)
    }
  }

  /// Looks up what can only be looked up when all options are known.
  /// - Parameter user: the user that was asked for; nil where none was, or none by its number.
  public mutating func complete(
    user: UserID?, on host: some HostFacts
  ) throws(LaunchOptionError) {
    if let (first, second) = status.conflict {
      throw .sameDescriptor(first.option, second.option, status.descriptor(for: first))
    }
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
    _ edit: inout CapabilityEdit, _ value: ByteString, of option: LaunchOption,
    _ known: CapabilitySet
  ) throws(LaunchOptionError) {
    for (isAdded, word) in try parseSignedItems(value, of: option) {
      switch (try CapabilityWord(word, of: option, known: known), isAdded) {
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
  ) throws(LaunchOptionError) {
    let sets = try parseInheritance(text, known: known)
    inheritable.drop(.everything)
    inheritable.raise(sets.inheritable)
    ambient.drop(.everything)
    ambient.raise(sets.ambient)
    bounding.drop(sets.blocked)
  }

  private mutating func check(
    _ text: ByteString, _ kind: CapabilityKind, of option: LaunchOption, _ known: CapabilitySet
  ) throws(LaunchOptionError) {
    checks.append(.has(try parseCapability(text, of: option, known: known), kind))
  }

  /// The options for groups exclude each other.
  private mutating func choose(_ new: Groups) throws(LaunchOptionError) {
    if let groups, groups.option != new.option { throw .exclusive(groups.option, new.option) }
    groups = new
  }
}
