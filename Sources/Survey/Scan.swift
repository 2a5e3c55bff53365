import Bytes
import Kernel
import Namespaces

/// The collection of an inventory: what was found so far, and the only place that changes it.
///
/// A class, because the functions that are called for each entry of a directory share it.
final class Scan {
  let request: InventoryRequest
  let kinds: [NamespaceKind]
  /// The links of these kinds, made once: they are read for each process.
  let linkNames: [ByteString]
  let proc: DirectoryHandle
  /// /proc is what it is named after. Else (a folder that was mounted over it) nothing is taken
  /// for granted, and every file is read.
  let isRealProc: Bool
  let networkIDs: NetworkIDs?
  /// The device of nsfs; nil where it is not known, and then no descriptor is recognised.
  let namespaceDevice: UInt64?
  /// Room for the entries of /proc, and for those of the folders of a process.
  let processEntries = EntryBuffer(capacity: 65536)
  let ownEntries = EntryBuffer(capacity: 16384)

  var looksAtDescriptors: Bool
  /// Mounts and ancestors are looked at when the processes are known.
  var knowsProcesses = false
  var fault: InventoryFault?
  var hasProbed = false
  /// /proc was gone through once.
  var hasScanned = false
  /// Requests of namespaces and copies of sockets were tried on this process's own.
  var knowsRequests = false
  var knowsCopies = false
  /// One process for each mount namespace; noted only where their mounts are looked at.
  private(set) var mountNamespaces: [(number: UInt64, process: ProcessID)] = []
  private var mountNamespaceIndex = NumberIndex()
  private(set) var namespaces: [NamespaceRecord] = []
  private(set) var members: [ProcessRecord] = []
  private(set) var unknownQuestions: [NamespaceQuestion] = []
  private var index = NumberIndex()
  /// The numbers of the namespaces that the process which is looked at is in.
  var ownNumbers: [UInt64] = []
  /// Numbers of namespaces of a kind that is not looked at.
  var rejected = NumberIndex()
  /// Inode numbers of sockets that were asked for their namespace.
  var knownSockets = NumberIndex()
  /// A descriptor of the process that is looked at, and the inode number of what it stands for.
  typealias HeldFile = (descriptor: UInt64, inode: UInt64)
  /// What is still to be looked at of that process.
  var heldNamespaces: [HeldFile] = []
  var heldSockets: [HeldFile] = []

  init(_ request: InventoryRequest) throws(InventoryFault) {
    self.request = request
    kinds = request.visitedKinds
    linkNames = kinds.map { $0.linkName }
    looksAtDescriptors = !request.wantsProcessesOnly
    do throws(Errno) { proc = try DirectoryHandle(listing: "/proc") } catch {
      throw .read("/proc", error)
    }
    do throws(Errno) { isRealProc = try proc.fileSystemType() == .proc } catch {
      throw .read("/proc", error)
    }
    // No socket, no ids: the column stays empty, unless it is a filter that wants it so.
    do throws(Errno) { networkIDs = request.wantsNetworkIDs ? try NetworkIDs() : nil } catch {
      if error.isRefusal { throw .read("network namespace ids", error) }
      networkIDs = nil
    }
    // Our own socket is not what anybody looks for.
    if let socket = try? networkIDs?.socketInode() { knownSockets.set(socket, to: 0) }
    do throws(Errno) {
      namespaceDevice = looksAtDescriptors ? try Self.deviceOfNamespaces() : nil
    } catch {
      throw .read("/proc/self/ns", error)
    }
  }

  /// Throws where a filter lets nobody look at namespace files: then none would be found.
  static func deviceOfNamespaces() throws(Errno) -> UInt64? {
    for kind in listingOrder {
      do throws(Errno) {
        return try FileFacts(of: "/proc/self/ns/\(kind.name)").device
      } catch {
        if error.isRefusal { throw error }
      }
    }
    return nil
  }

  static var areNamespacesRefused: Bool {
    do throws(Errno) { _ = try deviceOfNamespaces() } catch { return true }
    return false
  }

  /// What was found of what was asked for.
  func finish() -> Inventory {
    // Whether one has processes is known only now: those are no mere ancestors.
    for place in namespaces.indices where namespaces[place].memberCount > 0 {
      namespaces[place].ways.remove(.ancestor)
      namespaces[place].holders.removeAll { $0.way == .ancestor }
    }
    return Inventory(
      namespaces.filter { isWanted($0) }, members: members, unknownQuestions: unknownQuestions)
  }

  /// Whether a namespace was found in one of the ways that were asked for, or was asked for itself.
  /// An ancestor is wanted in any case, where its descendant was looked for.
  private func isWanted(_ namespace: NamespaceRecord) -> Bool {
    !namespace.ways.isDisjoint(with: request.discovery) || namespace.ways == .ancestor
      || namespace.number == request.members && !namespace.ways.isEmpty
  }

  /// The place of a namespace that was found.
  func place(of number: UInt64) -> Int? { index[number] }

  /// The place of a namespace, which is new if it was not found yet.
  func place(of number: UInt64, adding kind: NamespaceKind) -> Int {
    if let place = index[number] { return place }
    index.set(number, to: namespaces.count)
    namespaces.append(NamespaceRecord(number, kind))
    return namespaces.count - 1
  }

  func change(_ place: Int, _ body: (inout NamespaceRecord) -> Void) { body(&namespaces[place]) }

  func add(member: ProcessRecord) { members.append(member) }

  /// Notes what a namespace is held by.
  func note(_ holder: Holder, _ place: Int) {
    guard !namespaces[place].ways.contains(holder.way) else { return }
    namespaces[place].ways.insert(holder.way)
    if request.wantsHolders { namespaces[place].holders.append(holder) }
  }

  /// Notes that a process is in a mount namespace.
  func note(mountNamespace number: UInt64, of process: ProcessID) {
    guard mountNamespaceIndex[number] == nil else { return }
    mountNamespaceIndex.set(number, to: mountNamespaces.count)
    mountNamespaces.append((number, process))
  }

  /// Notes that the kernel does not know a question.
  func note(unknown question: NamespaceQuestion) { unknownQuestions.append(question) }

  /// Forgets what processes were found, before they are looked at again.
  func forgetMembers() {
    for place in namespaces.indices { namespaces[place].memberCount = 0 }
    members = []
  }
}
