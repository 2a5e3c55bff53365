public import Bytes
public import NamespaceValues
public import Unshare

/// What the caller can make on this machine, and what stops him.
public struct CheckReport: Equatable, Sendable {
  /// Who asks.
  public var caller: UnshareIntent.Caller
  /// The kinds that were asked for.
  public var kinds: [Kind] = []
  /// A new /proc, alone and with a user namespace.
  public var proc: Pair
  /// The ranges of user ids and of group ids.
  public var ranges: [Ranges] = []
  /// What there is besides.
  public var surroundings = Surroundings()

  /// The two ways to make something.
  public struct Pair: Equatable, Sendable {
    /// With the rights that the caller has.
    public var alone: Verdict
    /// In a user namespace of his own, whose ids are mapped as by `--map-root-user`.
    public var withUser: Verdict

    /// - Parameter alone: without a user namespace.
    public init(alone: Verdict, withUser: Verdict) {
      (self.alone, self.withUser) = (alone, withUser)
    }

    /// Whether one of the two is possible.
    public var isPossible: Bool { alone.isPossible || withUser.isPossible }
  }

  /// What is known of a kind.
  public struct Kind: Equatable, Sendable {
    /// Which.
    public let kind: NamespaceKind
    /// Whether the kernel has it; nil where that is not known.
    public var isInKernel: Bool?
    /// Whether it can be made. For user namespaces, alone means without ids in it.
    public var making: Pair
    /// How many each user may have in this user namespace; nil where that is not known.
    public var limit: UInt64?
    /// How many can be seen from here; nil where that is not known.
    public var seen: Int?
    /// How many of these the caller may enter, alone or together with their user namespace; nil where
    /// that is not known.
    public var enterable: Int?

    /// A kind of which nothing more is known.
    public init(_ kind: NamespaceKind, _ making: Pair) { (self.kind, self.making) = (kind, making) }
  }

  /// Ids beside the caller's own that a user namespace of his can have.
  public struct Ranges: Equatable, Sendable {
    /// Users or groups.
    public let kind: IDMapKind
    /// As numbered here; none where there is no line for the caller.
    public var ranges: [IDRange]
    /// The set-uid program that writes the map; nil where the caller may do so himself.
    public var helper: ByteString?
    /// Whether a map of them can be written.
    public var verdict: Verdict

    /// - Parameter kind: users or groups.
    public init(_ kind: IDMapKind, _ ranges: [IDRange], helper: ByteString?, _ verdict: Verdict) {
      (self.kind, self.ranges, self.helper, self.verdict) = (kind, ranges, helper, verdict)
    }
  }

  /// Nothing but an answer about /proc.
  public init(caller: UnshareIntent.Caller, proc: Pair) {
    (self.caller, self.proc) = (caller, proc)
  }

  /// Whether all kinds that were asked for can be made, alone or with a user namespace.
  public var isAllPossible: Bool { kinds.allSatisfy { $0.making.isPossible } }
}
