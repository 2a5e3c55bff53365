import Kernel
import NamespaceValues
public import Survey

extension NslsIntent {
  /// Looks at the machine for what the listing shows or its filter reads, and for nothing else.
  /// - Throws: `NslsError.inventory`, where what was found would not be the truth.
  public func takeInventory() throws(NslsError) -> Inventory {
    let columns = FilterColumns(printed: columns, filter: filter)
    do throws(InventoryFault) {
      var request = request(columns.all)
      if let held = holders { try ask(for: held, &request) }
      return try Inventory.take(request)
    } catch {
      throw .inventory(error)
    }
  }

  /// All that holds one namespace; what is below it holds it too.
  private func ask(for held: Held, _ request: inout InventoryRequest) throws(InventoryFault) {
    switch held.sought {
    case .number(let number): request.members = number
    case .id:
      // Which number it has. It is not kept open, for it would be a holder of its own.
      request.members = 0
      if let file = try Inventory.open(held.sought, nil), let number = try? file.inode() {
        request.members = number
      }
      // The number may be another's by then.
      request.wantsNamespaceIDs = true
    }
    request.wantsHolders = true
    request.wantsAllHolders = true
    request.wantsRelations = true
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
    request.wantsNamespaceIDs = columns.contains(.namespaceID)
    request.wantsMountPoints = columns.contains(.mountPoints)
    // By what holds a namespace that has no process, it is opened.
    request.wantsHolders = columns.contains(.heldBy) || columns.contains(.access)
    return request
  }
}
