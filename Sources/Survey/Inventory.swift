public import Bytes
public import NamespaceValues

/// The namespaces of the machine, as far as this process may see them.
public struct Inventory: Sendable {
  /// By number, ascending.
  public internal(set) var namespaces: [NamespaceRecord]
  /// The members of the namespace that was asked for, in the order of /proc.
  public internal(set) var members: [ProcessRecord]
  /// What the kernel did not know, each time it was asked.
  public internal(set) var unknownQuestions: [NamespaceQuestion]
  #if !hasFeature(Embedded)
    /// Ways that were asked for and not gone: `InventoryRequest.provesNumbers`.
    public internal(set) var unaskedWays: Discovery = []
  #endif

  private var index = NumberIndex()

  init(
    _ namespaces: [NamespaceRecord], members: [ProcessRecord],
    unknownQuestions: [NamespaceQuestion]
  ) {
    self.namespaces = namespaces.sorted { $0.number < $1.number }
    self.members = members
    self.unknownQuestions = unknownQuestions
    for (place, namespace) in self.namespaces.enumerated() {
      index.set(namespace.number, to: place)
    }
  }

  /// The place of a namespace among `namespaces`.
  public func place(of number: UInt64) -> Int? { index[number] }

  /// The place of the namespace above a PID or user namespace, if it was found.
  public func parent(of namespace: NamespaceRecord) -> Int? {
    switch namespace.kind {
    case .pid, .user: namespace.parentNumber == 0 ? nil : index[namespace.parentNumber]
    default: nil
    }
  }

  /// The place of the user namespace that owns a namespace, if it was found.
  public func owner(of namespace: NamespaceRecord) -> Int? {
    namespace.ownerNumber == 0 ? nil : index[namespace.ownerNumber]
  }
}

/// Why no inventory can be taken.
public enum InventoryFault: Error, Equatable, Sendable {
  case mountTable(Errno)
  /// A file below /proc, by its path.
  case read(ByteString, Errno)
  /// The kernel does not know a question about namespaces that processes are in. What else was
  /// not known before is in the list, which ends with it.
  case unknownQuestion([NamespaceQuestion])

  /// What the kernel said; nil where it only did not know something.
  public var errno: Errno? {
    switch self {
    case .mountTable(let errno), .read(_, let errno): errno
    case .unknownQuestion: nil
    }
  }
}
