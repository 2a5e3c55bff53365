import Inventory
import Kernel

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

  private enum State {
    case unseen
    case visiting
    case rejected
    case row(Int)
  }

  mutating func make() throws(NslsError) {
    guard isTree else {
      for member in members {
        _ = try rows.make(Cells.Subject(namespace: namespace, process: member), below: nil)
      }
      return
    }
    var places = NumberIndex()
    for (place, member) in members.enumerated() where places[key(member.process)] == nil {
      places.set(key(member.process), to: place)
    }
    var states = [State](repeating: .unseen, count: members.count)
    for place in members.indices {
      // Parents first, as far as they are members. No recursion: a chain of processes may be as
      // long as there are processes.
      var chain: [Int] = []
      var next: Int? = place
      while let current = next, case .unseen = states[current] {
        states[current] = .visiting
        chain.append(current)
        next = places[key(members[current].parent)]
      }
      for current in chain.reversed() {
        var parent: Int?
        if let place = places[key(members[current].parent)], case .row(let row) = states[place] {
          parent = row
        }
        let subject = Cells.Subject(namespace: namespace, process: members[current])
        let row = try rows.make(subject, below: parent)
        states[current] = row.map { .row($0) } ?? .rejected
      }
    }
  }

  private func key(_ process: ProcessID) -> UInt64 { UInt64(UInt32(bitPattern: process.number)) }
}
