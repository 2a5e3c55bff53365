/// What the search for a pattern with references needs to know of its program: which edges of groups
/// matter at a step, and where ways meet.
struct PatternReferences {
  /// The groups that something refers to, in order. Each has two edges: `2 * i` begins the one at index
  /// `i`, `2 * i + 1` ends it.
  let groups: [Int]
  /// The edges that may still be asked for from each step on, a bit each. Places that differ in others
  /// alone are the same.
  private(set) var needed: [UInt32]
  /// The steps to which more than one way leads, or that places may reach that have become the same.
  /// Each loop has one, and so has each pair of ways that end in the same place.
  private(set) var isMeeting: [Bool]

  /// How often the program is gone through for `needed`, before all edges count as needed: so deep
  /// nesting takes no longer than its length.
  private static let greatestPasses = 8

  /// Nil for a program without references.
  init?(_ steps: [PatternProgram.Step]) {
    var groups: [Int] = []
    // In order: there are nine at most, and sorting brings a kilobyte or two.
    for case .reference(let group) in steps where !groups.contains(group) {
      groups.insert(group, at: groups.firstIndex { $0 > group } ?? groups.count)
    }
    if groups.isEmpty { return nil }
    self.groups = groups
    needed = [UInt32](repeating: 0, count: steps.count)
    isMeeting = [Bool](repeating: false, count: steps.count)
    findMeetings(steps)
    findNeeded(steps)
  }

  /// The index of a group; nil where nothing refers to it.
  func index(of group: Int) -> Int? { groups.firstIndex(of: group) }

  private mutating func findMeetings(_ steps: [PatternProgram.Step]) {
    var isReached = [Bool](repeating: false, count: steps.count)
    // The search begins at the first one.
    isReached[0] = true
    for (place, step) in steps.enumerated() {
      for distance in step.ways.distances {
        if isReached[place + distance] { isMeeting[place + distance] = true }
        isReached[place + distance] = true
      }
      switch step {
      case .begin, .end, .reference: isMeeting[place + 1] = true
      default: break
      }
    }
  }

  private mutating func findNeeded(_ steps: [PatternProgram.Step]) {
    for _ in 0..<Self.greatestPasses {
      var isChanged = false
      for place in steps.indices.reversed() {
        let step = steps[place]
        var edges: UInt32 = 0
        for distance in step.ways.distances { edges |= needed[place + distance] }
        switch step {
        case .begin(let group): edges &= ~bits(of: group, 1)
        case .end(let group): edges &= ~bits(of: group, 2)
        case .reference(let group): edges |= bits(of: group, 3)
        default: break
        }
        if edges != needed[place] {
          needed[place] = edges
          isChanged = true
        }
      }
      if !isChanged { return }
    }
    needed = [UInt32](repeating: .max, count: steps.count)
  }

  private func bits(of group: Int, _ edges: UInt32) -> UInt32 {
    index(of: group).map { edges << UInt32(2 * $0) } ?? 0
  }
}

extension PatternProgram.Step {
  /// Where a step leads, counted from it.
  fileprivate var ways: Ways {
    switch self {
    case .split(let one, let other): Ways(count: 2, one: one, other: other)
    case .jump(let distance): Ways(count: 1, one: distance, other: 0)
    case .found: Ways(count: 0, one: 0, other: 0)
    default: Ways(count: 1, one: 1, other: 0)
    }
  }
}

private struct Ways {
  let count: Int
  let one: Int
  let other: Int

  var distances: [Int] { count == 0 ? [] : count == 1 ? [one] : [one, other] }
}
