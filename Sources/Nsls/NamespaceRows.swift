import Bytes
import Survey

/// Rows of namespaces.
struct NamespaceRows {
  private let inventory: Inventory
  private let intent: NslsIntent
  private(set) var rows: Rows

  init(_ inventory: Inventory, _ intent: NslsIntent, _ rows: Rows) {
    (self.inventory, self.intent, self.rows) = (inventory, intent, rows)
  }

  mutating func make() throws(NslsError) {
    switch intent.tree {
    case .process, nil: try makeByProcess()
    case .owner, .parent: try makeByRelation()
    }
  }

  private func isSelected(_ namespace: NamespaceRecord) -> Bool {
    if intent.task != nil, !namespace.hasTask { return false }
    return !intent.isPersistentOnly || namespace.memberCount == 0
  }

  private func subject(_ place: Int) -> Cells.Subject {
    let namespace = inventory.namespaces[place]
    return Cells.Subject(namespace: namespace, process: namespace.representative)
  }

  /// In the order of the numbers. A row hangs below the row that was made last for the parent of
  /// its process; which namespace that shows depends on the numbers.
  private mutating func makeByProcess() throws(NslsError) {
    var lastRow = NumberIndex()
    for place in inventory.namespaces.indices where isSelected(inventory.namespaces[place]) {
      let subject = subject(place)
      let parent = subject.process.flatMap { lastRow[$0.parent.key] }
      let row = try rows.make(subject, below: intent.tree == nil ? nil : parent)
      if let row, let process = subject.process { lastRow.set(process.process.key, to: row) }
    }
  }

  /// Owners or parents before what is below them. They are shown although they are not selected.
  private mutating func makeByRelation() throws(NslsError) {
    var states = RowStates(count: inventory.namespaces.count)
    for place in inventory.namespaces.indices where isSelected(inventory.namespaces[place]) {
      for current in states.chain(from: place, above: { above($0) }) {
        let parent = states.row(of: rowAbove(current))
        states.set(try rows.make(subject(current), below: parent), for: current)
      }
    }
  }

  /// The namespace whose row is made first.
  private func above(_ place: Int) -> Int? {
    let namespace = inventory.namespaces[place]
    if intent.tree == .owner { return inventory.owner(of: namespace) }
    // Without a parent the owner comes first, although nothing hangs below it.
    return inventory.parent(of: namespace) ?? inventory.owner(of: namespace)
  }

  /// The namespace whose row it hangs below.
  private func rowAbove(_ place: Int) -> Int? {
    let namespace = inventory.namespaces[place]
    return intent.tree == .owner ? inventory.owner(of: namespace) : inventory.parent(of: namespace)
  }
}
