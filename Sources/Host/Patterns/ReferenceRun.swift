/// The search for a pattern with references in one text. How often a step can be reached depends on what
/// the groups found, so the ways are counted, and too many are refused rather than waited for.
struct ReferenceRun {
  private let program: PatternProgram
  private let references: PatternReferences
  private let text: [PatternCharacter]
  /// A place is its step, then the edges of groups: where each begins and ends, -1 where it does not.
  private let width: Int
  /// The place that is followed.
  private var place: [Int32]
  /// Places to follow from after as many characters, one after the other.
  private var waiting: [Int32] = []
  /// The same after each later number of characters.
  private var later: [[Int32]]
  private var visited: VisitedPlaces
  /// What it has cost: the steps that were followed, the numbers of the places that were kept, and the
  /// characters of references that were compared.
  private(set) var cost = 0

  /// Less than half a second, and less than 64 MiB.
  static let greatestCost = 1 << 24

  init(_ program: PatternProgram, _ references: PatternReferences, text: [PatternCharacter]) {
    self.program = program
    self.references = references
    self.text = text
    width = 1 + 2 * references.groups.count
    place = [Int32](repeating: -1, count: width)
    later = [[Int32]](repeating: [], count: text.count + 1)
    visited = VisitedPlaces(width: width)
  }

  /// Whether it is found; throws `tooSlow` where the answer would cost too much.
  mutating func isFound() throws(PatternError) -> Bool {
    for position in 0...text.count {
      waiting = later[position]
      later[position] = []
      visited.removeAll()
      waiting.append(0)
      for _ in 1..<width { waiting.append(-1) }
      while !waiting.isEmpty {
        for index in 0..<width { place[index] = waiting[waiting.count - width + index] }
        waiting.removeLast(width)
        if try follow(from: position) { return true }
      }
    }
    return false
  }

  /// Follows the place up to a character, or to where another one was before; true at the end.
  private mutating func follow(from position: Int) throws(PatternError) -> Bool {
    while true {
      let step = Int(place[0])
      cost += 1
      if cost > Self.greatestCost { throw .tooSlow }
      // Before the place is kept: most places end here.
      if program.steps[step].isConsuming {
        guard position < text.count, program.steps[step].takes(text[position], in: program) else {
          return false
        }
      }
      if references.isMeeting[step] {
        cost += width
        forget(references.needed[step])
        if !visited.insert(place) { return false }
      }
      switch program.steps[step] {
      case .found: return true
      case .jump(let distance): place[0] += Int32(distance)
      case .split(let one, let other):
        place[0] += Int32(other)
        waiting += place
        place[0] += Int32(one - other)
      case .assertion(let assertion):
        guard assertion.holds(in: text, at: position, isUTF8: program.isUTF8) else { return false }
        place[0] += 1
      case .begin(let group):
        set(0, of: group, to: position)
        place[0] += 1
      case .end(let group):
        set(1, of: group, to: position)
        place[0] += 1
      case .reference(let group):
        guard let length = length(of: group, at: position) else { return false }
        place[0] += 1
        if length > 0 {
          later[position + length] += place
          return false
        }
      case .character, .any, .set:
        place[0] += 1
        later[position + 1] += place
        return false
      }
    }
  }

  /// Forgets the edges that are not needed any more.
  private mutating func forget(_ needed: UInt32) {
    for edge in 0..<width - 1 where needed & 1 << UInt32(edge) == 0 { place[1 + edge] = -1 }
  }

  private mutating func set(_ edge: Int, of group: Int, to position: Int) {
    guard let index = references.index(of: group) else { return }
    place[1 + 2 * index + edge] = Int32(position)
  }

  /// How many characters a reference takes; nil where they are others, or the group found nothing.
  private mutating func length(of group: Int, at position: Int) -> Int? {
    guard let index = references.index(of: group) else { return nil }
    let (begin, end) = (Int(place[1 + 2 * index]), Int(place[2 + 2 * index]))
    guard begin >= 0, end >= begin, position + end - begin <= text.count else { return nil }
    for offset in 0..<end - begin {
      cost += 1
      if text[begin + offset] != text[position + offset] { return nil }
    }
    return end - begin
  }
}

/// The places that were reached after as many characters: a table by a sum of what they hold.
private struct VisitedPlaces {
  private let width: Int
  private var places: [Int32] = []
  /// The number of the place in each slot, counted from the first that there ever was: what is below
  /// `first` has gone. At most half of them are taken.
  private var slots = [Int32](repeating: -1, count: 256)
  private var first: Int32 = 0
  private var count: Int32 = 0

  init(width: Int) { self.width = width }

  mutating func removeAll() {
    places.removeAll(keepingCapacity: true)
    first += count
    count = 0
  }

  /// Adds a place; false when it was there.
  mutating func insert(_ place: [Int32]) -> Bool {
    if 2 * (Int(count) + 1) > slots.count { grow() }
    let mask = slots.count - 1
    var slot = Self.sum(place, from: 0, width) & mask
    while slots[slot] >= first {
      if isEqual(place, Int(slots[slot] - first)) { return false }
      slot = (slot + 1) & mask
    }
    slots[slot] = first + count
    places += place
    count += 1
    return true
  }

  private func isEqual(_ place: [Int32], _ number: Int) -> Bool {
    for index in 0..<width where places[number * width + index] != place[index] { return false }
    return true
  }

  /// The upper bits are the well mixed ones.
  private static func sum(_ numbers: [Int32], from start: Int, _ count: Int) -> Int {
    var sum: UInt64 = 0
    for index in start..<start + count {
      sum = (sum ^ UInt64(UInt32(bitPattern: numbers[index]))) &* 0x9e37_79b9_7f4a_7c15
      sum ^= sum >> 32
    }
    return Int(truncatingIfNeeded: sum >> 16)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    let mask = slots.count - 1
    for number in 0..<Int(count) {
      var slot = Self.sum(places, from: number * width, width) & mask
      while slots[slot] >= first { slot = (slot + 1) & mask }
      slots[slot] = first + Int32(number)
    }
  }
}
