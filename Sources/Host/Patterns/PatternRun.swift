/// The search for a pattern in one text: all steps of the program that can be reached after so many
/// characters, at once. A reference takes any characters, so that what is not found is not there; where
/// there are references, what is found may not be.
struct PatternRun {
  private let program: PatternProgram
  private let text: [PatternCharacter]
  /// The steps where the next character is looked at.
  private var places: [Int32] = []
  private var placesBefore: [Int32] = []
  /// Steps that can be reached, and that wait to be followed.
  private var waiting: [Int32] = []
  /// After how many characters each step was reached last.
  private var reached: [Int32]
  /// How many steps were followed: at most those of the program for each character, and once more.
  private(set) var cost = 0

  init(_ program: PatternProgram, text: [PatternCharacter]) {
    self.program = program
    self.text = text
    reached = [Int32](repeating: -1, count: program.steps.count)
  }

  mutating func isFound() -> Bool {
    for position in 0...text.count {
      if position > 0 {
        swap(&places, &placesBefore)
        places.removeAll(keepingCapacity: true)
        let character = text[position - 1]
        for index in placesBefore.indices {
          let step = Int(placesBefore[index])
          if case .reference = program.steps[step] {
            if reach(step, at: position) { return true }
          } else if program.steps[step].takes(character, in: program) {
            if reach(step + 1, at: position) { return true }
          }
        }
      }
      if reach(0, at: position) { return true }
    }
    return false
  }

  /// Takes in a step and all that can be reached from it without a character; true at the end.
  private mutating func reach(_ start: Int, at position: Int) -> Bool {
    waiting.append(Int32(start))
    while let next = waiting.popLast() {
      var step = Int(next)
      // Along one way; the others wait.
      while reached[step] != Int32(position) {
        reached[step] = Int32(position)
        cost += 1
        switch program.steps[step] {
        case .found: return true
        case .character, .any, .set:
          places.append(Int32(step))
          continue
        case .jump(let distance): step += distance
        case .split(let one, let other):
          waiting.append(Int32(step + other))
          step += one
        case .assertion(let assertion):
          if !assertion.holds(in: text, at: position, isUTF8: program.isUTF8) { continue }
          step += 1
        case .begin, .end: step += 1
        case .reference:
          places.append(Int32(step))
          step += 1
        }
      }
    }
    return false
  }
}

extension PatternProgram.Step {
  /// Whether it looks at a character by itself.
  var isConsuming: Bool {
    switch self {
    case .character, .any, .set: true
    default: false
    }
  }

  /// Whether it is one that lets this character pass.
  func takes(_ character: PatternCharacter, in program: PatternProgram) -> Bool {
    switch self {
    case .character(let wanted): wanted == character
    case .any: !character.isStray
    case .set(let index): program.sets[index].contains(character, isUTF8: program.isUTF8)
    default: false
    }
  }
}

extension PatternProgram.Assertion {
  /// Whether it holds in a text after so many characters.
  func holds(in text: [PatternCharacter], at position: Int, isUTF8: Bool) -> Bool {
    let isAfterWord = position > 0 && text[position - 1].isWord(isUTF8: isUTF8)
    let isBeforeWord = position < text.count && text[position].isWord(isUTF8: isUTF8)
    return switch self {
    case .textBegin: position == 0
    case .textEnd: position == text.count
    case .wordBegin: !isAfterWord && isBeforeWord
    case .wordEnd: isAfterWord && !isBeforeWord
    case .wordEdge: isAfterWord != isBeforeWord
    case .noWordEdge: isAfterWord == isBeforeWord
    }
  }
}

extension PatternCharacter {
  fileprivate func isWord(isUTF8: Bool) -> Bool {
    ascii == UInt8(ascii: "_") || CharacterClass.alnum.contains(self, isUTF8: isUTF8)
  }
}
