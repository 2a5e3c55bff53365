import Bytes
import Survey

/// Rows of the processes in one namespace.
struct ProcessRows {
  private let namespace: NamespaceRecord
  private let members: [ProcessRecord]
  private let isTree: Bool
  private(set) var rows: Rows

  init(_ namespace: NamespaceRecord, _ members: [ProcessRecord], isTree: Bool, _ rows: Rows) {
    (self.namespace, self.members) = (namespace, members)
    (self.isTree, self.rows) = (isTree, rows)
  }

  mutating func make() throws(NslsError) {
    guard isTree else {
      for member in members {
        _ = try rows.make(Cells.Subject(namespace: namespace, process: member), below: nil)
      }
      return
    }
    var places = NumberIndex()
    for (place, member) in members.enumerated() where places[member.process.key] == nil {
      places.set(member.process.key, to: place)
    }
    var states = RowStates(count: members.count)
    for place in members.indices {
      // Parents first, as far as they are members.
      for current in states.chain(from: place, above: { places[members[$0].parent.key] }) {
        let subject = Cells.Subject(namespace: namespace, process: members[current])
        let parent = states.row(of: places[members[current].parent.key])
        states.set(try rows.make(subject, below: parent), for: current)
      }
    }
  }
}
