import Bytes
import NamespaceValues
import Survey
import Tables

/// Rows of all that keeps one namespace alive, for --holders.
struct HolderRows {
  private(set) var table: Table
  /// - Throws: `.noSuchHeld`.
  init(
    _ inventory: Inventory, _ held: NslsIntent.Held, _ intent: NslsIntent
  ) throws(NslsError) {
    table = Table([
      Self.column("WAY"), Self.column("PID", isNumber: true), Self.column("FD"),
      Self.column("COMMAND", isTruncated: !intent.isUncut),
    ])
    var meant: Int?
    for place in inventory.namespaces.indices where held.isMeant(inventory.namespaces[place]) {
      meant = place
    }
    guard let meant else { throw .noSuchHeld(held.text) }
    for member in inventory.members { add("proc", member.process, "") }
    for holder in inventory.namespaces[meant].holders {
      // What is below it is told by what each namespace is below.
      if case .ancestor = holder { continue }
      let (way, process, place) = holder.parts
      add(way, process, place)
    }
    let number = inventory.namespaces[meant].number
    for place in inventory.namespaces.indices where place != meant {
      let other = inventory.namespaces[place].number
      if inventory.namespaces[place].parentNumber == number
        || inventory.namespaces[place].ownerNumber == number
      {
        add("ancestor", nil, "\(other)")
      }
    }
  }

  @inline(never)
  private static func column(
    _ name: StaticString, isNumber: Bool = false, isTruncated: Bool = false
  ) -> TableColumn {
    TableColumn(
      name, hint: isNumber ? 5 : 0, alignment: isNumber ? .right : .left, isNumber: isNumber,
      isTruncated: isTruncated)
  }

  private mutating func add(_ way: StaticString, _ process: ProcessID?, _ place: ByteString) {
    table.add(
      Table.Row([
        "\(way)", process.map { "\($0.number)" } ?? "", place,
        process.map { ProcessCommand.text(of: $0) } ?? "",
      ]))
  }
}

extension NslsIntent.Held {
  /// Whether it is this namespace.
  @inline(never)
  fileprivate func isMeant(_ namespace: borrowing NamespaceRecord) -> Bool {
    if let kind, namespace.kind != kind { return false }
    return switch sought {
    case .number(let number): namespace.number == number
    case .id(let id): namespace.namespaceID == id
    }
  }
}
