public import Bytes
public import NamespaceValues
import Survey

/// A namespace of a listing, namespaces(7).
public struct ListedNamespace: Equatable, Sendable {
  /// The inode number on nsfs, by which namespaces are told from each other while they exist.
  public let number: UInt64
  /// What it keeps apart.
  public let kind: NamespaceKind
  /// How many processes are in it.
  public let memberCount: Int
  /// The processes in it, in the order of /proc; nil where they were not asked for.
  public let members: [ListedProcess]?
  /// The member with the lowest process id; nil where it has none.
  public let representative: ListedProcess?
  /// The inode number of the namespace above a PID or user namespace, ioctl_nsfs(2) NS_GET_PARENT; nil for
  /// none, or one that is out of sight.
  public let parent: UInt64?
  /// The inode number of the user namespace that owns it, NS_GET_USERNS: of a user namespace the one above
  /// it. Nil for none, or one that is out of sight.
  public let owner: UInt64?
  /// Who made a user namespace, NS_GET_OWNER_UID, as the user namespace of this process sees him. The kernel
  /// is asked only of one that was found otherwise than by a process; nil for all others.
  public let creator: UserID?
  /// The id of a network namespace as that of the calling thread has it, rtnetlink(7) RTM_GETNSID; nil for
  /// other kinds, and where nobody could be asked.
  public let networkID: NetworkID?
  /// Where it is mounted in the mount namespace of the calling thread, each place once, in the order of the
  /// mount table.
  public let mountPoints: [ByteString]
  /// What keeps it beside its members: the first of each way, or all of them, each once. Of the namespaces
  /// below it there is one, where nothing but those keeps it.
  public let holders: [NamespaceHolder]
  /// The ways in which it was found.
  public let discovery: Set<NamespaceDiscovery>

  init(_ record: NamespaceRecord, _ request: NamespaceListing.Request) {
    (number, kind, memberCount) = (record.number, record.kind, record.memberCount)
    members =
      request.includesMembers ? record.members.map { ListedProcess($0, request) } : nil
    representative = record.representative.map { ListedProcess($0, request) }
    parent = record.parentNumber == 0 ? nil : record.parentNumber
    owner = record.ownerNumber == 0 ? nil : record.ownerNumber
    (creator, networkID) = (record.knownCreator, record.networkID)
    mountPoints = record.mountPoints
    var known: Set<Holder> = []
    holders = record.holders.filter { known.insert($0).inserted }.map { NamespaceHolder($0) }
    discovery = record.ways.ways
  }
}
