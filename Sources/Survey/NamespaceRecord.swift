public import Bytes
public import NamespaceValues

/// What is known of a namespace.
public struct NamespaceRecord: Sendable {
  /// The inode number on nsfs.
  public let number: UInt64
  /// What it keeps apart.
  public let kind: NamespaceKind
  /// How many processes are in it.
  public internal(set) var memberCount = 0
  /// The member with the lowest process id; nil where it has none. Where the members of one namespace
  /// are wanted no more is known of it than that.
  public internal(set) var representative: ProcessRecord?
  /// The number of the namespace above a PID or user namespace; 0 for none, or one that is out of
  /// sight. Read only where it is asked for.
  public internal(set) var parentNumber: UInt64 = 0
  /// The number of the user namespace that owns it; 0 for none, or one that is out of sight. Read
  /// only where it is asked for.
  public internal(set) var ownerNumber: UInt64 = 0
  /// The id of a network namespace, as the network namespace of this process sees it. Read only
  /// where it is asked for.
  public internal(set) var networkID: NetworkID?
  /// Its 64-bit id, NS_GET_ID of ioctl_nsfs(2); nil where the kernel has none, before Linux 6.18. Read only
  /// where it is asked for.
  public internal(set) var namespaceID: UInt64?
  /// Who made a user namespace that was not found by a process; root for all others.
  public internal(set) var creator = UserID.root
  /// Where it is mounted, each place once, in the order of the mount table. Read only where it is
  /// asked for.
  public internal(set) var mountPoints: [ByteString] = []
  /// What it was found by.
  public internal(set) var ways: Discovery = []
  /// The first of each way it was found by, without processes. Kept only where it is asked for.
  public internal(set) var holders: [Holder] = []
  #if !hasFeature(Embedded)
    /// All members, in the order of /proc. Kept only where they are asked for.
    public internal(set) var members: [ProcessRecord] = []
    /// Who made a user namespace that the kernel was asked about, and answered.
    public internal(set) var knownCreator: UserID?
  #endif
  /// Whether the process of `InventoryRequest.task` is a member.
  public internal(set) var hasTask = false

  /// It was examined through an open descriptor, and its ancestors with it.
  var isExamined = false
  var isRelated = false

  init(_ number: UInt64, _ kind: NamespaceKind) { (self.number, self.kind) = (number, kind) }
}

/// A way in which namespaces are found.
public struct Discovery: OptionSet, Sendable {
  /// One bit for each way.
  public let rawValue: UInt8
  /// The ways with these bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Processes that are in it.
  public static let process = Discovery(rawValue: 1)
  /// Open descriptors of namespace files.
  public static let descriptor = Discovery(rawValue: 2)
  /// Sockets, which keep their network namespace.
  public static let socket = Discovery(rawValue: 4)
  /// Bind mounts in the mount namespace of this process.
  public static let mount = Discovery(rawValue: 8)
  /// Threads that are not where their process is.
  public static let task = Discovery(rawValue: 16)
  /// Processes whose children will be in it, `pid_for_children` and `time_for_children`.
  public static let children = Discovery(rawValue: 32)
  /// Bind mounts in other mount namespaces.
  public static let foreignMount = Discovery(rawValue: 64)
  /// Namespaces below it: their parent or owner.
  public static let ancestor = Discovery(rawValue: 128)

  /// Where the original looks.
  public static let usual: Discovery = [.process, .descriptor, .socket, .mount]
  /// In every way there is.
  public static let all: Discovery = [usual, .task, .children, .foreignMount, .ancestor]
}

/// What keeps a namespace alive.
public enum Holder: Hashable, Sendable {
  /// A descriptor of a process, by its number.
  case descriptor(ProcessID, UInt64)
  /// A socket of a process, by the number of its descriptor.
  case socket(ProcessID, UInt64)
  /// A mount point in the mount namespace of this process.
  case mount(ByteString)
  /// A thread, by its process and its own id.
  case task(ProcessID, UInt64)
  /// A process whose children will be in it.
  case children(ProcessID)
  /// A mount point in the mount namespace of a process.
  case foreignMount(ProcessID, ByteString)
  /// A namespace below it, by its number.
  case ancestor(UInt64)

  var way: Discovery {
    switch self {
    case .descriptor: .descriptor
    case .socket: .socket
    case .mount: .mount
    case .task: .task
    case .children: .children
    case .foreignMount: .foreignMount
    case .ancestor: .ancestor
    }
  }
}
