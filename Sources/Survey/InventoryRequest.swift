public import Bytes
public import NamespaceValues

/// What is to be found out. Nothing is read that is not asked for.
public struct InventoryRequest: Sendable {
  /// The kinds that are looked at.
  public var kinds: NamespaceSet = NamespaceSet(rawValue: 0)
  /// Where namespaces without processes are looked for, and which are kept.
  public var discovery: Discovery = .usual
  /// The members of this namespace are wanted.
  public var members: UInt64?
  /// A process whose namespaces are marked.
  public var task: ProcessID?
  /// Only the namespaces of processes matter.
  public var wantsProcessesOnly = false
  /// `ProcessRecord.user` of processes.
  public var wantsUsers = false
  /// `ProcessRecord.parent` of processes.
  public var wantsParentProcesses = false
  /// Parents and owners of all namespaces.
  public var wantsRelations = false
  /// Parents and owners that have no process are namespaces of their own.
  public var wantsAncestors = false
  /// `NamespaceRecord.networkID` of network namespaces.
  public var wantsNetworkIDs = false
  /// `NamespaceRecord.namespaceID` of namespaces.
  public var wantsNamespaceIDs = false
  /// `NamespaceRecord.mountPoints` of namespaces.
  public var wantsMountPoints = false
  /// `NamespaceRecord.holders` of namespaces.
  public var wantsHolders = false
  /// No other threads are started: for a process that enters a user namespace afterwards.
  public var isAlone = false
  /// Not only the first holder of each way; some may be there twice. Of ancestors it is the first.
  public var wantsAllHolders = false

  /// Where processes are looked for: a mount of proc(5), or a folder in its place.
  public var root: ByteString = "/proc"
  /// The directory of this process, or of the thread that asks, in a proc(5) that has one: what it has
  /// mounted and opened is seen there.
  public var own: ByteString = "/proc/self"
  #if hasFeature(Embedded)
    // Nothing that ships asks for these, so nothing of them is in the binary.
    var wantsAllMembers: Bool { false }
    var provesNumbers: Bool { false }
  #else
    /// `NamespaceRecord.members` of all namespaces, with what is asked for of processes.
    public var wantsAllMembers = false
    /// `ProcessRecord.command` of processes.
    public var wantsCommands = false
    /// Processes are asked by their numbers, pidfd_open(2), only where `root` numbers them as this process
    /// does: in any other proc(5) the number is a stranger's. `Inventory.unaskedWays` says what is left out.
    public var provesNumbers = false
  #endif

  /// A request for nothing.
  @inline(never) public init() {}

  /// The kinds in the order in which they are visited.
  var visitedKinds: [NamespaceKind] { listingOrder.filter { kinds.contains($0) } }
}

/// The order in which the original visits the kinds.
let listingOrder: [NamespaceKind] = [
  .mount, .network, .pid, .uts, .ipc, .user, .cgroup, .time,
]

/// A question about a namespace that a kernel may not know, ioctl_nsfs(2).
public enum NamespaceQuestion: Equatable, Sendable {
  case parent, owner, kind, creator
  /// What a socket holds; it has to be copied, pidfd_getfd(2).
  case copy

  /// The name of the request.
  public var name: StaticString {
    switch self {
    case .parent: "NS_GET_PARENT"
    case .owner: "NS_GET_USERNS"
    case .kind: "NS_GET_NSTYPE"
    case .creator: "NS_GET_OWNER_UID"
    case .copy: "pidfd_getfd"
    }
  }
}
