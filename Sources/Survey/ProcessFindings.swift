import NamespaceValues

/// What the scan of one process found. It says what is there; what that means for the inventory is
/// decided when the findings of all processes are taken in, in the order of /proc.
struct ProcessFindings {
  /// A namespace that the process is in.
  struct Membership {
    let kind: NamespaceKind
    let number: UInt64
    /// Nil where it was not asked, or did not answer.
    var relations: NamespaceRelations?
    /// What the kernel did not know of it.
    var unknown: [NamespaceQuestion] = []
  }

  /// A descriptor of the process, and the inode number of what it stands for.
  struct HeldFile {
    let descriptor: UInt64
    let inode: UInt64
    /// The number of the network namespace of a socket that was asked.
    var namespace: UInt64 = 0
  }

  /// A namespace that a thread is in, or, without one, that children will be in.
  struct Link {
    let number: UInt64
    let thread: UInt64?
  }

  /// Complete only where the process stands for a namespace, or is a member that is listed.
  var record = ProcessRecord(process: ProcessID(0))
  /// In the order of the listing.
  var memberships: [Membership] = []
  /// It is in the namespace whose members are wanted.
  var isListed = false
  /// Descriptors of namespace files.
  var descriptors: [HeldFile] = []
  var links: [Link] = []
  /// Sockets that could be asked.
  var sockets: [HeldFile] = []
  /// The mount namespace it is in, where those are looked into.
  var mountNamespace: UInt64?
  /// What was found out about namespaces that were opened by way of this process.
  var namespaces = NamespaceFindings()
  /// A namespace was opened for a question.
  var hasProbed = false
  /// It was tried whether descriptors can be copied at all.
  var hasTriedCopies = false
  /// The kernel has no copies of descriptors.
  var lacksCopies = false

  /// Forgets all but the room it took, for the scan of another process.
  mutating func begin(_ process: ProcessID) {
    record = ProcessRecord(process: process)
    memberships.removeAll(keepingCapacity: true)
    isListed = false
    descriptors.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    sockets.removeAll(keepingCapacity: true)
    mountNamespace = nil
    namespaces.removeAll()
    (hasProbed, hasTriedCopies, lacksCopies) = (false, false, false)
  }
}
