public import Bytes
public import Launch
public import LaunchOptions
public import NamespaceValues

/// What the user asked for: the options of a command line, their values read.
public struct UnshareIntent: Equatable, Sendable {
  /// The ids of the caller at the start; they are never asked for again.
  public let caller: Caller

  /// The new namespaces, the CLONE_NEW* flags of unshare(2).
  public var namespaces: NamespaceSet = []
  /// Files at which namespaces are kept alive, at most one a kind.
  public var bindings: [NamespaceBinding] = []

  /// `--fork`, given or implied: the program is a child of unshare.
  public var forks = false
  /// `--forward-signals`.
  public var forwardsSignals = false
  /// `--kill-child`: the signal the child gets when unshare dies, PR_SET_PDEATHSIG; nil for none.
  public var killChild: SignalNumber?

  /// Where proc(5) is mounted; nil for nowhere.
  public var procDirectory: ByteString?
  /// Where binfmt_misc is mounted; nil for nowhere.
  public var binfmtDirectory: ByteString?
  /// `--load-interp`: the format to register, as binfmt_misc takes it.
  public var interpreter: ByteString?
  /// `--propagation`, of all mounts in a new mount namespace.
  public var propagation = MountPropagation.private
  /// `--root`.
  public var root: ByteString?
  /// `--wd`, looked up below the new root.
  public var workingDirectory: ByteString?

  /// The id inside that stands for the caller's own user.
  public var innerUser: UserID?
  /// The id inside that stands for the caller's own group.
  public var innerGroup: GroupID?
  /// What `--map-users` and its like ask for, in their order.
  public var userRanges: [IDRange] = []
  /// What `--map-groups` and its like ask for, in their order.
  public var groupRanges: [IDRange] = []
  /// Who owns the new user namespace; nil leaves that half as it is.
  public var ownerUser: UserID?
  /// The group of the same.
  public var ownerGroup: GroupID?
  /// `--setgroups`; nil where it was not given.
  public var setgroups: SetgroupsPolicy?
  /// `--keep-caps`.
  public var keepsCapabilities = false
  /// `--setuid`.
  public var user: UserID?
  /// `--setgid`.
  public var group: GroupID?

  /// Seconds.
  public var monotonicOffset: Int64?
  /// Seconds.
  public var boottimeOffset: Int64?

  // Extensions.
  /// `--hostname`, at most 64 bytes.
  public var hostName: ByteString?
  /// `--domainname`, at most 64 bytes.
  public var domainName: ByteString?
  /// `--loopback`.
  public var bringsLoopbackUp = false
  /// `--init`: until when orphans are reaped; nil where it was not given.
  public var initMode: InitMode?
  /// What nsenter can be asked for too.
  public var launch = LaunchRequest()

  /// Nothing but a program, started by this caller.
  public init(caller: Caller) { self.caller = caller }

  /// The value of `--init`.
  public enum InitMode: Equatable, Sendable {
    /// Until the program has ended.
    case end
    /// Until nobody is left in the PID namespace.
    case wait
  }

  /// The ids of the process at its start.
  public struct Caller: Equatable, Sendable {
    /// geteuid(2).
    public let user: UserID
    /// getegid(2).
    public let group: GroupID

    /// The effective ids at the start.
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
  /// Where it starts outside.
  public var outer: UInt32
  /// How many ids it has.
  public var count: UInt32

  /// A range of so many ids.
  public init(inner: UInt32?, outer: UInt32, count: UInt32) {
    self.inner = inner
    self.outer = outer
    self.count = count
  }
}
