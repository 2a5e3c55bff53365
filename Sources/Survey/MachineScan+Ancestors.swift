import Bytes
import Kernel
import NamespaceValues

// Namespaces that no process is in, but that are above others.

extension MachineScan {
  /// Looks for the parents and owners that no process is in.
  func scanAncestors() throws(InventoryFault) {
    guard context.request.wantsAncestors || context.request.discovery.contains(.ancestor) else {
      return
    }
    for place in builder.namespaces.indices where !builder.isOver {
      let namespace = builder.namespaces[place]
      guard let process = namespace.representative?.process else { continue }
      let missing = missing(above: namespace)
      if missing.parent == nil, missing.owner == nil { continue }
      let found = findings(missing, above: namespace, process)
      if let parent = missing.parent {
        builder.take(ancestor: parent, of: namespace.number, found)
      }
      if let owner = missing.owner { builder.take(ancestor: owner, of: namespace.number, found) }
    }
    try check()
  }

  private func missing(above namespace: NamespaceRecord) -> (parent: UInt64?, owner: UInt64?) {
    let (parent, owner) = (namespace.parentNumber, namespace.ownerNumber)
    return (
      namespace.kind.hasParent && parent != 0 && !builder.knowledge.isKnown(parent) ? parent : nil,
      owner != 0 && !builder.knowledge.isKnown(owner) ? owner : nil
    )
  }

  private func findings(
    _ missing: (parent: UInt64?, owner: UInt64?), above namespace: NamespaceRecord,
    _ process: ProcessID
  ) -> NamespaceFindings {
    let inquiry = NamespaceInquiry(context, knowing: builder.knowledge)
    let path: ByteString = "\(context.path(of: process))/\(namespace.kind.linkName)"
    do throws(Errno) {
      let file = try NamespaceHandle(given: path)
      // The process may be another by now, or elsewhere.
      if try file.inode() == namespace.number {
        if let parent = missing.parent { inquiry.askRelative(.parent, of: file, parent) }
        if let owner = missing.owner { inquiry.askRelative(.owner, of: file, owner) }
      }
    } catch {
      inquiry.found.giveUpIfExhausted(error, path)
    }
    return inquiry.found
  }
}
