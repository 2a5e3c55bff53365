import Bytes
import Kernel
import NamespaceValues
import Testing

@testable import Survey

/// What a scan knows beforehand spares questions, and decides nothing: so many processes can be
/// looked at at once.
struct ScanOrderTests {
  /// How much a scan is told of the processes before it.
  enum Knowledge: CaseIterable {
    case all, some, none
  }

  /// Scans this machine's processes, each with three states of knowledge in turn, and says what
  /// comes out with each.
  private func inventories(_ request: InventoryRequest) throws -> [[String]] {
    let context = try ScanContext(request)
    func newBuilder() -> InventoryBuilder {
      let builder = InventoryBuilder(context)
      builder.beginProcesses(lookingAtDescriptors: true)
      return builder
    }
    let builders = Knowledge.allCases.map { _ in newBuilder() }
    let (some, none) = (newBuilder(), newBuilder())
    let scans = zip(builders, Knowledge.allCases).map { builder, knowledge in
      switch knowledge {
      case .all: ProcessScan(context, knowing: builder.knowledge)
      case .some: ProcessScan(context, knowing: some.knowledge)
      case .none: ProcessScan(context, knowing: none.knowledge)
      }
    }
    var found = ProcessFindings()
    var count = 0
    try context.proc.forEachNumber(in: EntryBuffer(capacity: 65536)) { entry in
      count += 1
      for (place, knowledge) in Knowledge.allCases.enumerated() {
        scans[place].scan(entry, into: &found)
        builders[place].take(found)
        // As a thread would that looks at every third process.
        if knowledge == .some, count % 3 == 0 { some.take(found) }
      }
    }
    for builder in builders { #expect(builder.fault == nil) }
    return builders.map { builder in
      builder.endProcesses()
      return builder.finish().texts
    }
  }

  @Test func knowledgeDecidesNothing() throws {
    var request = InventoryRequest()
    request.kinds = NamespaceSet(NamespaceKind.allCases)
    request.discovery = .all
    (request.wantsUsers, request.wantsParentProcesses) = (true, true)
    (request.wantsRelations, request.wantsHolders) = (true, true)
    // A process may do something between two looks at it, but not each time.
    for _ in 0..<20 {
      let found = try inventories(request)
      try #require(!found[0].isEmpty)
      if found[0] == found[1], found[0] == found[2] { return }
    }
    let found = try inventories(request)
    #expect(found[0] == found[1])
    #expect(found[0] == found[2])
  }
}
