import Bytes
import Kernel
import NamespaceValues

extension Inventory {
  /// Looks at the machine: the processes and what they hold, then mounts, then what is above the
  /// namespaces that were found. Throws where what was found would not be the truth.
  public static func take(_ request: InventoryRequest) throws(InventoryFault) -> Inventory {
    let scan = try scan(request)
    #if hasFeature(Embedded)
      return scan.builder.finish()
    #else
      var inventory = scan.builder.finish()
      inventory.unaskedWays = request.discovery.subtracting(scan.context.request.discovery)
      return inventory
    #endif
  }

  /// - Parameter seeker: ends it as soon as it has what it looks for.
  @inline(never)
  static func scan(
    _ request: InventoryRequest, seeking seeker: NamespaceSeeker? = nil
  ) throws(InventoryFault) -> MachineScan {
    let scan = try MachineScan(request, workers: request.isAlone ? 1 : nil, seeking: seeker)
    try scan.run()
    return scan
  }
}

/// A scan of the machine: who is looked at, and in which order.
struct MachineScan {
  let context: ScanContext
  let builder: InventoryBuilder
  /// The mounts of namespace files in this process's mount namespace, as they were at the beginning.
  let mounts: [NamespaceMount]

  /// Who looks at the processes.
  private let team: ScanTeam

  init(
    _ request: InventoryRequest, workers: Int? = nil, worth: Int = ScanTeam.usualWorth,
    seeking seeker: NamespaceSeeker? = nil
  ) throws(InventoryFault) {
    mounts = try Self.mountTable(request.own)
    context = try ScanContext(request, seeking: seeker)
    builder = InventoryBuilder(context)
    team = ScanTeam(context, builder, workers: workers, worth: worth)
  }

  /// The mounts of namespace files in this process's mount namespace.
  private static func mountTable(_ own: ByteString) throws(InventoryFault) -> [NamespaceMount] {
    do throws(Errno) {
      var mounts: [NamespaceMount] = []
      try OpenFile(given: "\(own)/mountinfo").forEachLine { line in
        if let mount = MountTable.namespaceMount(in: line) { mounts.append(mount) }
      }
      return mounts
    } catch {
      throw .mountTable(error)
    }
  }

  func run() throws(InventoryFault) {
    let request = context.request
    guard context.seeker != nil || request.members != nil, !request.wantsHolders else {
      try scanProcesses(lookingAtDescriptors: !request.wantsProcessesOnly)
      return try scanBeyondProcesses()
    }
    // Mostly the namespace has processes, and then nothing else is worth a look.
    try scanProcesses(lookingAtDescriptors: false)
    if let seeker = context.seeker {
      if seeker.isDone { return }
    } else if !builder.members.isEmpty {
      return try scanMounts()
    }
    try scanProcesses(lookingAtDescriptors: true, isAgain: true)
    try scanBeyondProcesses()
  }

  private func scanBeyondProcesses() throws(InventoryFault) {
    try scanMounts()
    try scanForeignMounts()
    try scanAncestors()
  }

  /// Looks at every process, in the order of /proc.
  private func scanProcesses(
    lookingAtDescriptors: Bool, isAgain: Bool = false
  ) throws(InventoryFault) {
    builder.beginProcesses(lookingAtDescriptors: lookingAtDescriptors)
    do throws(Errno) {
      // The second time it is opened anew, which starts from its beginning.
      if isAgain {
        try scanProcesses(in: try context.proc.openDirectory("."))
      } else {
        try scanProcesses(in: context.proc)
      }
    } catch {
      throw .read(context.request.root, error)
    }
    try check()
    builder.endProcesses()
  }

  private func scanProcesses(in folder: borrowing DirectoryHandle) throws(Errno) {
    let buffer = EntryBuffer(capacity: 65536)
    while !builder.isOver {
      guard let entries = try folder.nextNumbers(in: buffer) else { return }
      team.scan(entries.filter { $0.mayBeDirectory })
    }
  }

  /// Throws what makes everything that was found untrue.
  func check() throws(InventoryFault) { if let fault = builder.fault { throw fault } }
}
