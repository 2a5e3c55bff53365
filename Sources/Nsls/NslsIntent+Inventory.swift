import NamespaceValues
public import Survey

extension NslsIntent {
  /// Looks at the machine for what the listing shows or its filter reads, and for nothing else.
  /// - Throws: `NslsError.inventory`, where what was found would not be the truth.
  public func takeInventory() throws(NslsError) -> Inventory {
    let columns = FilterColumns(printed: columns, filter: filter)
    do throws(InventoryFault) { return try Inventory.take(request(columns.all)) } catch {
      throw .inventory(error)
    }
  }

  /// What has to be looked at for these columns.
  func request(_ columns: [NslsColumn]) -> InventoryRequest {
    var request = InventoryRequest()
    request.kinds = kinds
    request.discovery = discovery ?? .usual
    request.members = listedNamespace
    request.task = task
    let hasRelationTree = listedNamespace == nil && (tree == .owner || tree == .parent)
    // Only namespaces with members can have that process, unless ancestors are drawn.
    request.wantsProcessesOnly =
      task != nil && !hasRelationTree && !columns.contains(.heldBy)
      && request.discovery.contains(.process)
    request.wantsUsers = columns.contains(.user) || columns.contains(.userID)
    let drawsProcesses = tree == .process && columns.contains(.command)
    request.wantsParentProcesses = drawsProcesses || columns.contains(.parentProcess)
    request.wantsAncestors = hasRelationTree
    request.wantsRelations =
      hasRelationTree || request.discovery.contains(.ancestor) || columns.contains(.parent)
      || columns.contains(.owner)
    request.wantsNetworkIDs = columns.contains(.networkID)
    request.wantsMountPoints = columns.contains(.mountPoints)
    request.wantsHolders = columns.contains(.heldBy)
    return request
  }
}
