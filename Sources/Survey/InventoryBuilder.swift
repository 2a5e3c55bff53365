import Bytes
import Kernel
import NamespaceValues

/// What was found so far. The findings of processes are taken in one after the other, in the order of
/// /proc; everything that depends on an order is decided here, and here alone. A scan may have known
/// less than is known now: what it found out beyond that changes nothing.
final class InventoryBuilder {
  let request: InventoryRequest
  private let seeker: NamespaceSeeker?
  let isRealProc: Bool
  let asksNetworkIDs: Bool

  /// Whether descriptors, sockets, threads and mounts are looked at.
  private(set) var looksAtDescriptors = false
  /// Mounts and ancestors are looked at when the processes are known.
  private(set) var knowsProcesses = false
  /// A namespace was opened for a question.
  private(set) var hasProbed = false
  /// Requests of namespaces and copies of sockets were tried on this process's own.
  private(set) var hasTriedRequests = false
  private(set) var hasTriedCopies = false
  /// What ends the scan.
  private(set) var fault: InventoryFault?

  private(set) var namespaces: [NamespaceRecord] = []
  private var index = NumberIndex()
  private(set) var members: [ProcessRecord] = []
  private(set) var unknownQuestions: [NamespaceQuestion] = []
  /// One process for each mount namespace; noted only where their mounts are looked at.
  private(set) var mountNamespaces: [(number: UInt64, process: ProcessID)] = []
  private var mountNamespaceIndex = NumberIndex()
  /// Numbers of namespaces of a kind that is not looked at.
  private(set) var unwanted = NumberIndex()
  /// Inode numbers of sockets that were asked for their namespace.
  private(set) var sockets = NumberIndex()

  init(_ context: ScanContext) {
    request = context.request
    seeker = context.seeker
    isRealProc = context.isRealProc
    asksNetworkIDs = context.networkIDs != nil
    // Our own socket is not what anybody looks for.
    if let socket = try? context.networkIDs?.socketInode() { sockets.set(socket, to: 0) }
  }

  /// What a scan may know beforehand.
  var knowledge: ScanKnowledge { ScanKnowledge(self) }

  /// Nothing more is looked at: it failed, or what was looked for is found.
  var isOver: Bool { fault != nil || seeker?.isDone == true }

  /// The place of a namespace that was found.
  func place(of number: UInt64) -> Int? { index[number] }

  /// Forgets what processes were found, before they are looked at again.
  func beginProcesses(lookingAtDescriptors: Bool) {
    looksAtDescriptors = lookingAtDescriptors
    knowsProcesses = false
    for place in namespaces.indices { namespaces[place].memberCount = 0 }
    #if !hasFeature(Embedded)
      for place in namespaces.indices { namespaces[place].members = [] }
    #endif
    members = []
  }

  func endProcesses() { knowsProcesses = true }

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
}

// What is taken in.

extension InventoryBuilder {
  /// Takes in what the scan of a process found.
  func take(_ found: ProcessFindings) {
    let process = found.record.process
    for membership in found.memberships { take(membership, of: found.record) }
    if found.isListed { members.append(found.record) }
    // Those that are known by other ways first, as the folder of descriptors is listed before
    // one of them is opened.
    for held in found.descriptors where !request.wantsAllHolders {
      note(.descriptor(process, held.descriptor), ofFound: held.inode)
    }
    for held in found.descriptors {
      let holder = Holder.descriptor(process, held.descriptor)
      note(holder, ofFound: held.inode)
      if knowledge.needsLook(held.inode) { add(held.inode, holder, found.namespaces) }
    }
    for link in found.links {
      let holder = link.thread.map { Holder.task(process, $0) } ?? .children(process)
      if let place = index[link.number] {
        note(holder, place)
      } else {
        add(link.number, holder, found.namespaces)
      }
    }
    if let number = found.mountNamespace { note(mountNamespace: number, of: process) }
    for socket in found.sockets { take(socket, of: process, found.namespaces) }
    if found.lacksCopies, !hasTriedCopies { unknownQuestions.append(.copy) }
    if found.hasTriedCopies { hasTriedCopies = true }
    take(found.namespaces)
  }

  private func take(
    _ membership: ProcessFindings.Membership, of process: ProcessRecord
  ) {
    let isFirst = knowledge.isFirst(process.process, in: membership.number)
    let isAsked = knowledge.asks(member: membership.number, membership.kind)
    let place = place(of: membership.number, adding: membership.kind)
    if isFirst { namespaces[place].representative = process }
    namespaces[place].memberCount += 1
    #if !hasFeature(Embedded)
      if request.wantsAllMembers { namespaces[place].members.append(process) }
    #endif
    namespaces[place].ways.insert(.process)
    if process.process == request.task { namespaces[place].hasTask = true }
    guard isAsked else { return }
    hasProbed = true
    unknownQuestions += membership.unknown
    if let relations = membership.relations { set(relations, place) }
  }

  private func take(
    _ socket: ProcessFindings.HeldFile, of process: ProcessID, _ found: NamespaceFindings
  ) {
    guard request.wantsAllHolders || sockets[socket.inode] == nil else { return }
    sockets.set(socket.inode, to: 0)
    let holder = Holder.socket(process, socket.descriptor)
    note(holder, ofFound: socket.namespace)
    if !knowledge.isExamined(socket.namespace) { add(socket.namespace, holder, found) }
  }

  /// Takes in that a mount of a namespace was found.
  func take(
    _ mount: NamespaceMount, _ holder: Holder, _ found: NamespaceFindings
  ) {
    if !knowledge.contains(mount.number) { add(mount.number, holder, found) }
    note(holder, ofFound: mount.number)
    take(found)
  }

  /// Takes in a namespace above another one, and what is above it.
  func take(ancestor number: UInt64, of descendant: UInt64, _ found: NamespaceFindings) {
    if !knowledge.isKnown(number) { add(number, .ancestor(descendant), found) }
    take(found)
  }

  /// Notes where a namespace is mounted.
  func add(mountPoint: ByteString, _ place: Int) {
    namespaces[place].mountPoints.append(mountPoint)
  }

  /// Gives up where nothing that follows would be true.
  func giveUpIfExhausted(_ error: Errno, _ path: ByteString) {
    if error.isExhaustion { fault = .read(path, error) }
  }

  /// Takes in what a look at namespaces says of the scan as a whole.
  private func take(_ found: NamespaceFindings) {
    if found.hasTriedRequests { hasTriedRequests = true }
    switch found.fault {
    // What else was not known before belongs to it.
    case .unknownQuestion?: fault = .unknownQuestion(unknownQuestions)
    case let other?: fault = other
    case nil: break
    }
  }

  /// Adds a namespace that was asked, and the namespaces above it.
  private func add(_ number: UInt64, _ holder: Holder, _ found: NamespaceFindings) {
    var (number, holder) = (number, holder)
    while let facts = found[number], add(facts, holder) {
      let (parent, owner) = facts.relations.above(number) { knowledge.isKnown($0) }
      if let parent, owner != nil { add(parent, .ancestor(number), found) }
      guard let above = owner ?? parent, !knowledge.isKnown(above) else { return }
      (number, holder) = (above, .ancestor(number))
    }
  }

  /// - Returns: false for one that is not wanted.
  private func add(_ facts: NamespaceFacts, _ holder: Holder) -> Bool {
    unknownQuestions += facts.unknown
    switch facts.kind {
    case .unanswered: return false
    case .unwanted:
      unwanted.set(facts.number, to: 0)
      return false
    case .wanted(let kind):
      let place = place(of: facts.number, adding: kind)
      note(holder, place)
      namespaces[place].isExamined = true
      set(facts.relations, place)
      if let creator = facts.creator { namespaces[place].creator = creator }
      #if !hasFeature(Embedded)
        namespaces[place].knownCreator = facts.creator
      #endif
      return true
    }
  }

  /// Sets what is above a namespace, if that is not known.
  private func set(_ relations: NamespaceRelations, _ place: Int) {
    if namespaces[place].isRelated { return }
    namespaces[place].parentNumber = relations.parent
    namespaces[place].ownerNumber = relations.owner
    namespaces[place].networkID = relations.networkID
    namespaces[place].namespaceID = relations.namespaceID
    namespaces[place].isRelated = true
  }

  /// The place of a namespace, which is new if it was not found yet.
  private func place(of number: UInt64, adding kind: NamespaceKind) -> Int {
    if let place = index[number] { return place }
    index.set(number, to: namespaces.count)
    namespaces.append(NamespaceRecord(number, kind))
    return namespaces.count - 1
  }

  private func note(_ holder: Holder, ofFound number: UInt64) {
    if let place = index[number] { note(holder, place) }
  }

  /// Notes what a namespace is held by: the first of each way, unless all are wanted.
  private func note(_ holder: Holder, _ place: Int) {
    guard request.wantsAllHolders || !namespaces[place].ways.contains(holder.way) else { return }
    // Some are found twice in a row.
    if namespaces[place].holders.last == holder { return }
    namespaces[place].ways.insert(holder.way)
    if request.wantsHolders { namespaces[place].holders.append(holder) }
  }

  /// Notes that a process is in a mount namespace.
  private func note(mountNamespace number: UInt64, of process: ProcessID) {
    guard mountNamespaceIndex[number] == nil else { return }
    mountNamespaceIndex.set(number, to: mountNamespaces.count)
    mountNamespaces.append((number, process))
  }
}
