import Bytes
import NamespaceValues

/// What the kernel said of a namespace that was open. A fact does not change as long as the namespace
/// exists, so it does not matter who asked, or when.
struct NamespaceFacts {
  enum Kind {
    case wanted(NamespaceKind)
    /// It is of a kind that is not looked at.
    case unwanted
    /// The kernel did not say.
    case unanswered
  }

  /// The inode number on nsfs.
  let number: UInt64
  var kind = Kind.unanswered
  var relations = NamespaceRelations()
  /// Who made a user namespace.
  var creator: UserID?
  /// What the kernel did not know of it.
  var unknown: [NamespaceQuestion] = []
}

/// The namespaces above one, by their numbers; 0 for none, or one that is out of sight.
struct NamespaceRelations {
  var parent: UInt64 = 0
  var owner: UInt64 = 0
  var networkID: NetworkID?
  var namespaceID: UInt64?
}

/// All that was found out about open namespaces in one go.
struct NamespaceFindings {
  private var facts: [NamespaceFacts] = []
  private var index = NumberIndex()
  /// What ends the scan as a whole.
  var fault: InventoryFault?
  /// A namespace was asked whether it answers at all.
  var hasTriedRequests = false

  /// What is known of a namespace; nil where it was not asked.
  subscript(number: UInt64) -> NamespaceFacts? { index[number].map { facts[$0] } }

  mutating func insert(_ found: NamespaceFacts) {
    index.set(found.number, to: facts.count)
    facts.append(found)
  }

  /// Forgets all of it, but not the room it took.
  mutating func removeAll() {
    if !facts.isEmpty { index = NumberIndex() }
    facts.removeAll(keepingCapacity: true)
    (fault, hasTriedRequests) = (nil, false)
  }

  /// A process may end, or be hidden, at any time: that says nothing about the others. But when
  /// this process has no descriptors or no memory left, nothing that follows would be true.
  mutating func giveUpIfExhausted(_ error: Errno, _ path: ByteString) {
    if error.isExhaustion { fault = .read(path, error) }
  }
}
