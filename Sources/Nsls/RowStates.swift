import NamespaceValues
import Survey

/// What became of the things that rows are made of, where one must be made before another.
struct RowStates {
  private enum State {
    case unseen
    case visiting
    case rejected
    case row(Int)
  }
  private var states: [State]

  init(count: Int) { states = Array(repeating: .unseen, count: count) }

  /// The things from one upwards whose rows are not made yet, the uppermost first. No recursion: a
  /// chain of processes may be as long as there are processes, and hostile numbers may form a ring.
  mutating func chain(from place: Int, above: (Int) -> Int?) -> [Int] {
    var chain: [Int] = []
    var next: Int? = place
    while let current = next, case .unseen = states[current] {
      states[current] = .visiting
      chain.append(current)
      next = above(current)
    }
    return chain.reversed()
  }

  /// The row of a thing, if there is one.
  func row(of place: Int?) -> Int? {
    guard let place, case .row(let row) = states[place] else { return nil }
    return row
  }

  /// Notes the row of a thing; nil where the filter rejected it.
  mutating func set(_ row: Int?, for place: Int) {
    states[place] = row.map { .row($0) } ?? .rejected
  }
}

extension ProcessID {
  /// Its key in an index.
  var key: UInt64 { UInt64(UInt32(bitPattern: number)) }
}
