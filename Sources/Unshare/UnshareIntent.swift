public import Bytes
public import Launch
public import LaunchOptions
public import Namespaces

/// What the user asked for: the options of a command line, their values read.
public struct UnshareIntent: Equatable, Sendable {
  /// The ids of the caller at the start; they are never asked for again.
  public let caller: Caller

  public var namespaces: NamespaceSet = []
  /// Files at which namespaces are kept alive, at most one a kind.
  public var bindings: [NamespaceBinding] = []

  public var forks = false
  public var forwardsSignals = false
  public var killChild: SignalNumber?

  public var procDirectory: ByteString?
  public var binfmtDirectory: ByteString?
  public var interpreter: ByteString?
  public var propagation = MountPropagation.private
  public var root: ByteString?
  public var workingDirectory: ByteString?

  /// The id inside that stands for the caller's own user.
  public var innerUser: UserID?
  /// The id inside that stands for the caller's own group.
  public var innerGroup: GroupID?
  public var userRanges: [IDRange] = []
  public var groupRanges: [IDRange] = []
  /// Who owns the new user namespace; nil leaves that half as it is.
  public var ownerUser: UserID?
  public var ownerGroup: GroupID?
  public var setgroups: SetgroupsPolicy?
  public var keepsCapabilities = false
  public var user: UserID?
  public var group: GroupID?

  /// Seconds.
  public var monotonicOffset: Int64?
  /// Seconds.
  public var boottimeOffset: Int64?

  // Extensions.
  public var hostName: ByteString?
  public var domainName: ByteString?
  public var bringsLoopbackUp = false
  /// What nsenter can be asked for too.
  public var launch = LaunchRequest()

  public init(caller: Caller) { self.caller = caller }

  /// The ids of the process at its start.
  public struct Caller: Equatable, Sendable {
    /// geteuid(2).
    public let user: UserID
    /// getegid(2).
    public let group: GroupID

    public init(user: UserID, group: GroupID) {
      self.user = user
      self.group = group
    }
  }
}

/// A range of ids that was asked for: part of a map before the caller's own id is fitted in.
public struct IDRange: Equatable, Sendable {
  /// Where the range starts inside; nil for "from 0 on, moved aside where needed".
  public var inner: UInt32?
  public var outer: UInt32
  public var count: UInt32

  public init(inner: UInt32?, outer: UInt32, count: UInt32) {
    self.inner = inner
    self.outer = outer
    self.count = count
  }
}
