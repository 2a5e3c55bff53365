public import Bytes
import NamespaceValues
import Survey
import Synchronization

/// The namespaces of the machine with what keeps them, as far as this process may see them: what nsls(8)
/// shows, as values.
///
///     for namespace in try NamespaceListing.take().namespaces where namespace.memberCount == 0 {
///       print(namespace.kind.name, namespace.number, namespace.holders)
///     }
///
/// Its JSON is an object with `root`, `namespaces`, `unsupportedRequests` and `unaskedDiscovery`; the values
/// in it say which keys they have. Keys are not renamed, and what has no value is left out.
public struct NamespaceListing: Equatable, Sendable {
  /// Where proc(5) was mounted that was read.
  public let root: ByteString
  /// By number, ascending.
  public let namespaces: [ListedNamespace]
  /// Requests that this kernel does not have, such as `NS_GET_OWNER_UID`, each once: what they would have
  /// said is missing.
  public let unsupportedRequests: [String]
  /// Ways that were asked for and could not be gone. So it is with sockets where `root` is the proc(5) of
  /// another PID namespace: its numbers mean other processes here.
  public let unaskedDiscovery: Set<NamespaceDiscovery>

  /// The namespace with an inode number, if it was found.
  public func namespace(_ number: UInt64) -> ListedNamespace? {
    namespaces.first { $0.number == number }
  }

  /// The namespace above a PID or user namespace, if it was found.
  public func parent(of namespace: ListedNamespace) -> ListedNamespace? {
    namespace.parent.flatMap { self.namespace($0) }
  }

  /// The user namespace that owns a namespace, if it was found.
  public func owner(of namespace: ListedNamespace) -> ListedNamespace? {
    namespace.owner.flatMap { self.namespace($0) }
  }

  /// The link of a namespace below the directory of the process that stands for it; nil where none is in it.
  public func path(of namespace: ListedNamespace) -> ByteString? {
    namespace.representative.map {
      "\(root)/\($0.process.number)/ns/\(namespace.kind.name)"
    }
  }
}

extension NamespaceListing: Codable {
  private enum CodingKeys: String, CodingKey {
    case root, namespaces, unsupportedRequests, unaskedDiscovery
  }

  /// Reads what `encode(to:)` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    root = try container.decode(ByteString.self, forKey: .root)
    namespaces = try container.decode([ListedNamespace].self, forKey: .namespaces)
    unsupportedRequests = try container.decode([String].self, forKey: .unsupportedRequests)
    unaskedDiscovery = Set(
      try container.decode([NamespaceDiscovery].self, forKey: .unaskedDiscovery))
  }

  /// Writes an object.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(root, forKey: .root)
    try container.encode(namespaces, forKey: .namespaces)
    try container.encode(unsupportedRequests, forKey: .unsupportedRequests)
    try container.encode(
      NamespaceDiscovery.allCases.filter { unaskedDiscovery.contains($0) },
      forKey: .unaskedDiscovery)
  }
}

extension NamespaceListing {
  /// A listing holds namespaces open while it asks them. Another one in this process at the same time
  /// would take them for held.
  private static let turn = Mutex(())

  /// Looks at the machine: proc(5), ioctl_nsfs(2), pidfd_getfd(2), rtnetlink(7).
  ///
  /// It blocks the calling thread while it does, shares the work with threads of its own, which end with
  /// it, and may be called from any number of threads and tasks: those wait for each other. Mounts and network
  /// ids are those in the mount and the network namespace of the calling thread. Nothing is changed, no
  /// privilege is needed; without any, less is seen.
  /// - Parameter request: what is looked for; everything, unless it says otherwise.
  /// - Throws: where what was found would not be the truth: `root` is no proc(5), a file cannot be
  ///   opened for want of descriptors or memory, a filter of seccomp(2) refuses to let it look.
  public static func take(
    _ request: Request = Request()
  ) throws(NamespaceListingError) -> NamespaceListing {
    let own = try ProcRoot.own(for: request)
    do throws(InventoryFault) {
      let inventory = try turn.withLock { _ throws(InventoryFault) in
        try Inventory.take(request.inventoryRequest(own: own))
      }
      return NamespaceListing(inventory, request)
    } catch {
      throw NamespaceListingError(error, own: own)
    }
  }

  private init(_ inventory: Inventory, _ request: Request) {
    root = request.root
    namespaces = inventory.namespaces.map { ListedNamespace($0, request) }
    unsupportedRequests = NamespaceListingError.names(of: inventory.unknownQuestions)
    unaskedDiscovery = inventory.unaskedWays.ways
  }
}
