public import Bytes
import Kernel
public import Namespaces

/// The namespaces of the machine, as far as this process may see them.
public struct Inventory: Sendable {
  /// By number, ascending.
  public internal(set) var namespaces: [NamespaceRecord]
  /// The members of the namespace that was asked for, in the order of /proc.
  public internal(set) var members: [ProcessRecord]
  /// What the kernel did not know, each time it was asked.
  public internal(set) var unknownQuestions: [NamespaceQuestion]

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

  /// Looks at the machine.
  public static func take(_ request: InventoryRequest) throws(InventoryFault) -> Inventory {
    let mounts = try mountTable()
    let scan = try Scan(request)
    if request.members != nil, !request.wantsHolders {
      // Mostly the namespace has processes, and then nothing else is worth a look.
      scan.looksAtDescriptors = false
      try scan.scanProcesses()
      if !scan.members.isEmpty {
        try scan.scanMounts(mounts)
        return scan.finish()
      }
      scan.looksAtDescriptors = true
    }
    try scan.scanProcesses()
    try scan.scanMounts(mounts)
    try scan.scanForeignMounts()
    try scan.scanAncestors()
    return scan.finish()
  }

  /// The mounts of namespace files in this process's mount namespace.
  private static func mountTable() throws(InventoryFault) -> [NamespaceMount] {
    do throws(Errno) {
      var mounts: [NamespaceMount] = []
      try OpenFile(reading: "/proc/self/mountinfo").forEachLine { line in
        if let mount = MountTable.namespaceMount(in: line) { mounts.append(mount) }
      }
      return mounts
    } catch {
      throw .mountTable(error)
    }
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
}
