/// The search for a pattern in one text: all places of the program that can be reached after so many
/// characters, at once.
struct PatternRun {
  private let program: PatternProgram
  private let text: [PatternCharacter]
  private let hasReferences: Bool
  /// Where a character is looked at next.
  private var places: [Place] = []
  /// After how many characters each step was reached last. In patterns with references the same step may
  /// be reached with different findings.
  private var reached: [Int]
  private var visited = VisitedPlaces()

  init(_ program: PatternProgram, text: [PatternCharacter]) {
    self.program = program
    self.text = text
    hasReferences = program.steps.contains {
      switch $0 {
      case .begin, .end, .reference: true
      default: false
      }
    }
    reached = hasReferences ? [] : [Int](repeating: -1, count: program.steps.count)
  }

  mutating func isFound() -> Bool {
    // Two for each of the groups 1 to 9.
    let start = Place(step: 0, found: hasReferences ? [Int](repeating: -1, count: 20) : [])
    for position in 0...text.count {
      if position > 0 {
        let before = places
        places.removeAll(keepingCapacity: true)
        visited.removeAll()
        for place in before {
          if advance(place, over: text[position - 1], to: position) { return true }
        }
      }
      if reach(start, at: position) { return true }
    }
    return false
  }

  /// Lets a place pass a character, if that is what it waits for; true at the end of the pattern.
  private mutating func advance(
    _ place: Place, over character: PatternCharacter, to position: Int
  ) -> Bool {
    var place = place
    switch program.steps[place.step] {
    case .character(let wanted) where wanted == character: place.step += 1
    case .any where !character.isStray: place.step += 1
    case .set(let index) where program.sets[index].contains(character, isUTF8: program.isUTF8):
      place.step += 1
    case .reference:
      place.remaining -= 1
      if place.remaining == 0 { place.step += 1 }
    default: return false
    }
    return reach(place, at: position)
  }

  /// Takes in a place and all that can be reached from it without a character; true at the end.
  private mutating func reach(_ start: Place, at position: Int) -> Bool {
    var waiting = [start]
    while var place = waiting.popLast() {
      if hasReferences {
        if !visited.insert(place) { continue }
      } else {
        if reached[place.step] == position { continue }
        reached[place.step] = position
      }
      switch program.steps[place.step] {
      case .found: return true
      case .character, .any, .set: places.append(place)
      case .jump(let distance): waiting.append(place.moved(by: distance))
      case .split(let one, let other):
        waiting.append(place.moved(by: other))
        waiting.append(place.moved(by: one))
      case .assertion(let assertion):
        if holds(assertion, at: position) { waiting.append(place.moved(by: 1)) }
      case .begin(let group):
        place.found[2 * group] = position
        waiting.append(place.moved(by: 1))
      case .end(let group):
        place.found[2 * group + 1] = position
        waiting.append(place.moved(by: 1))
      case .reference(let group):
        if place.remaining > 0 {
          places.append(place)
          break
        }
        let (begin, end) = (place.found[2 * group], place.found[2 * group + 1])
        guard begin >= 0, end >= begin, position + end - begin <= text.count else { break }
        // At once, rather than one character after the other: nearly all places end here.
        guard text[begin..<end] == text[position..<position + end - begin] else { break }
        place.remaining = end - begin
        if place.remaining == 0 { waiting.append(place.moved(by: 1)) } else { places.append(place) }
      }
    }
    return false
  }

  private func holds(_ assertion: PatternProgram.Assertion, at position: Int) -> Bool {
    let isAfterWord = position > 0 && isWord(text[position - 1])
    let isBeforeWord = position < text.count && isWord(text[position])
    return switch assertion {
    case .textBegin: position == 0
    case .textEnd: position == text.count
    case .wordBegin: !isAfterWord && isBeforeWord
    case .wordEnd: isAfterWord && !isBeforeWord
    case .wordEdge: isAfterWord != isBeforeWord
    case .noWordEdge: isAfterWord == isBeforeWord
    }
  }

  private func isWord(_ character: PatternCharacter) -> Bool {
    character.ascii == UInt8(ascii: "_")
      || CharacterClass.alnum.contains(character, isUTF8: program.isUTF8)
  }
}

/// A place in a program, with what groups found on the way to it where the pattern refers to one.
private struct Place: Equatable {
  var step: Int
  /// Where each group begins and ends, -1 where it does not yet.
  var found: [Int]
  /// How many characters of a reference are still to pass, all of them known to be right.
  var remaining = 0

  func moved(by distance: Int) -> Place {
    var place = self
    place.step += distance
    return place
  }
}

/// The places that were reached after as many characters: a table by a sum of what they hold.
private struct VisitedPlaces {
  private var rows: [[Place]] = []
  private static let rowCount = 256

  mutating func removeAll() { rows.removeAll(keepingCapacity: true) }

  /// Adds a place; false when it was there.
  mutating func insert(_ place: Place) -> Bool {
    if rows.isEmpty { rows = [[Place]](repeating: [], count: Self.rowCount) }
    var sum = UInt(bitPattern: place.step)
    for value in place.found { sum = sum &* 31 &+ UInt(bitPattern: value) }
    let row = Int(sum % UInt(Self.rowCount))
    if rows[row].contains(place) { return false }
    rows[row].append(place)
    return true
  }
}
