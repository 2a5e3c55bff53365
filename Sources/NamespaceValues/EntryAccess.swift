// Who may enter what, setns(2): the one table, pure. Kernel modules and filters can refuse besides, so what
// it says is a prediction. It is about processes with one thread, whose file system context is shared with
// nobody: all of ours.

/// What setns(2) asks of the caller.
public struct Entrant: Equatable, Sendable {
  /// geteuid(2).
  public var user: UserID
  /// The number of the user namespace that the caller is in.
  public var userNamespace: UInt64
  /// CAP_SYS_ADMIN is in effect.
  public var isAdministrator: Bool
  /// CAP_SYS_CHROOT is in effect.
  public var mayChangeRoot: Bool

  /// Says who enters.
  public init(
    user: UserID, userNamespace: UInt64, isAdministrator: Bool, mayChangeRoot: Bool
  ) {
    (self.user, self.userNamespace) = (user, userNamespace)
    (self.isAdministrator, self.mayChangeRoot) = (isAdministrator, mayChangeRoot)
  }
}

/// A user or PID namespace and those above it, as far as the caller sees them: from the inside out. The last
/// one is the caller's own, unless there is none of it above.
public struct NamespaceChain: Equatable, Sendable {
  /// One of them.
  public struct Link: Equatable, Sendable {
    /// Its number.
    public var number: UInt64
    /// Who made a user namespace, in numbers of the caller's; nil where the kernel does not say.
    public var creator: UserID?

    /// Says which, and who made it.
    public init(_ number: UInt64, madeBy creator: UserID?) {
      (self.number, self.creator) = (number, creator)
    }
  }

  /// Nothing where it is out of the caller's sight.
  public var links: [Link]

  /// A chain, from the inside out.
  public init(_ links: [Link] = []) { self.links = links }

  /// Whether a namespace is one of them.
  public func contains(_ number: UInt64) -> Bool { links.contains { $0.number == number } }

  /// What the caller may do in the innermost of them, user_namespaces(7).
  public func rights(of entrant: Entrant) -> Rights {
    for (place, link) in links.enumerated() {
      if link.number == entrant.userNamespace { return .own }
      // Whoever made one has all rights in it, from where he made it.
      if links.dropFirst(place + 1).first?.number == entrant.userNamespace,
        link.creator == entrant.user
      {
        return .all
      }
    }
    // It is above one's own, or beside it.
    return .none
  }

  /// Rights over a user namespace.
  public enum Rights: Equatable, Sendable {
    /// None: it is not below the caller's.
    case none
    /// The capabilities that the caller has in effect.
    case own
    /// All capabilities.
    case all
  }
}

/// What a namespace is to whoever may want to enter it.
public struct EntryTarget: Equatable, Sendable {
  /// What it keeps apart.
  public var kind: NamespaceKind
  /// The user namespace that owns it; of a user namespace, itself.
  public var owner: NamespaceChain
  /// The user namespace that would be entered with it: that of the process it is taken from.
  public var companion: NamespaceChain
  /// Of a PID namespace, whether it is the caller's or below that.
  public var isBelow = true

  /// Says what it is.
  public init(
    _ kind: NamespaceKind, owner: NamespaceChain, companion: NamespaceChain,
    isBelow: Bool = true
  ) {
    (self.kind, self.owner, self.companion) = (kind, owner, companion)
    self.isBelow = isBelow
  }
}

/// How a namespace can be entered.
public enum EntryAccess: Equatable, Sendable {
  /// With the rights that the caller has.
  case alone
  /// Together with its user namespace, in one call with a pidfd.
  case withUser
  /// Not at all.
  case refused(EntryRefusal)

  /// The table.
  public init(_ target: EntryTarget, by entrant: Entrant) {
    func has(_ capability: Bool, over chain: NamespaceChain) -> Bool {
      switch chain.rights(of: entrant) {
      case .none: false
      case .own: capability
      case .all: true
      }
    }
    let isOwner = has(entrant.isAdministrator, over: target.owner)
    if target.kind == .user {
      // The kernel refuses the one that the caller is in already, whatever his rights.
      if target.owner.links.first?.number == entrant.userNamespace {
        self = .refused(.isOwn)
      } else {
        self = isOwner ? .alone : .refused(.owner)
      }
      return
    }
    // Whoever has no rights over the owner has none after entering another user namespace either: what
    // counts is who he is before the call.
    if !isOwner {
      self = .refused(.owner)
    } else if target.kind == .pid, !target.isBelow {
      self = .refused(.notBelow)
    } else if entrant.isAdministrator, target.kind != .mount || entrant.mayChangeRoot {
      self = .alone
    } else if target.companion.links.first?.number != entrant.userNamespace,
      has(entrant.isAdministrator, over: target.companion),
      // chroot(2) is for the user namespace that is entered, and who enters has all rights there.
      target.kind != .mount || has(entrant.mayChangeRoot, over: target.companion)
    {
      self = .withUser
    } else {
      self = .refused(entrant.isAdministrator ? .changeRoot : .own)
    }
  }

  /// The word for it.
  public var word: StaticString {
    switch self {
    case .alone: "yes"
    case .withUser: "user"
    case .refused: "no"
    }
  }
}

/// What is in the way.
public enum EntryRefusal: Equatable, Sendable {
  /// The kernel does not even let it be opened: ptrace(2) decides.
  case notVisible
  /// CAP_SYS_ADMIN over the user namespace that owns it.
  case owner
  /// CAP_SYS_ADMIN over the caller's own user namespace, and no other one to enter with it.
  case own
  /// CAP_SYS_CHROOT.
  case changeRoot
  /// It is not below the caller's PID namespace.
  case notBelow
  /// It is the user namespace that the caller is in.
  case isOwn
}
