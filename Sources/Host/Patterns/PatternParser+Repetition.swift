extension PatternParser {
  /// How often something may follow itself; without a greatest count, for ever.
  struct Repetition: Equatable {
    let least: Int
    let greatest: Int?

    static let star = Repetition(least: 0, greatest: nil)
    static let plus = Repetition(least: 1, greatest: nil)
    static let once = Repetition(least: 1, greatest: 1)
    static let question = Repetition(least: 0, greatest: 1)
    /// Those with a mark of their own.
    var isMark: Bool { self == .star || self == .plus || self == .question }
  }

  /// RE_DUP_MAX of glibc.
  private static let greatestCount = 32767

  /// Takes in that what was read last is repeated.
  mutating func repeats(_ outer: Repetition) throws(PatternError) {
    guard atom != nil else { throw .nothingToRepeat }
    // As it is; so each repetition that is written without a mark at least doubles what is there, or
    // drops it, and no row of them takes longer than what it writes.
    if outer == .once { return }
    if let inner = repetition, inner.isMark, outer.isMark {
      // The same mark twice is one, any two others are a star, however many follow.
      repetition = inner == outer ? inner : .star
      return
    }
    try flush()
    repetition = outer
  }

  /// Writes the repetition that is outstanding.
  mutating func flush() throws(PatternError) {
    guard let repetition, let atom else { return }
    self.repetition = nil
    if repetition == .plus {
      // After the step that is kept free, so that this can be dropped.
      let start = atom < program.steps.count && program.steps[atom].isFree ? atom + 1 : atom
      program.steps.append(.split(start - program.steps.count, 1))
      return
    }
    // Of what is repeated no times there is no step left.
    if atom < program.steps.count, program.steps[atom].isFree {
      if repetition.isMark { return fill(atom, repetition) }
      // The step that is kept free in front of a group need not be copied.
      program.steps.remove(at: atom)
    }
    let body = Array(program.steps[atom...])
    let least = repetition.least
    // Each of those that may be absent has a step more.
    let copies = repetition.greatest ?? (least + 1)
    guard copies * (body.count + 1) < PatternProgram.greatestLength - atom else { throw .tooLarge }
    program.steps.removeLast(body.count)
    for _ in 0..<least { program.steps += body }
    guard let greatest = repetition.greatest else {
      if least > 0 {
        // The last one again.
        program.steps.append(.split(-body.count, 1))
        return
      }
      program.steps.append(.split(1, body.count + 2))
      program.steps += body
      program.steps.append(.jump(-body.count - 1))
      return
    }
    for index in least..<greatest {
      program.steps.append(.split(1, (greatest - index) * (body.count + 1)))
      program.steps += body
    }
  }

  /// Writes a star or a question mark around a group, into the step that was kept free in front of it:
  /// in time that does not depend on what is in the group, however deep it is nested.
  private mutating func fill(_ start: Int, _ repetition: Repetition) {
    if repetition == .star { program.steps.append(.jump(start - program.steps.count)) }
    program.steps[start] = .split(1, program.steps.count - start)
  }

  /// What follows `{`, up to the end of the interval.
  mutating func readInterval() throws(PatternError) -> Repetition {
    let first = try readCount()
    if first.isWrong { throw .interval }
    guard first.hasComma else {
      guard let count = first.value else { throw .interval }
      return try interval(count, count)
    }
    let second = try readCount()
    if second.isWrong || second.hasComma { throw .interval }
    return try interval(first.value ?? 0, second.value)
  }

  private func interval(_ least: Int, _ greatest: Int?) throws(PatternError) -> Repetition {
    if let greatest, greatest < least { throw .interval }
    if max(least, greatest ?? 0) > Self.greatestCount { throw .countTooLarge }
    return Repetition(least: least, greatest: greatest)
  }

  private struct Count {
    var value: Int?
    var isWrong = false
    var hasComma = false
  }

  /// One of the two counts, and what ends it.
  private mutating func readCount() throws(PatternError) -> Count {
    var count = Count()
    let zero = UInt8(ascii: "0")
    while let character = next() {
      // After a backslash 0 and a comma are what they are, and nothing else is.
      let isEscaped = character.ascii == UInt8(ascii: "\\")
      switch isEscaped ? next()?.ascii : character.ascii {
      case UInt8(ascii: "}")? where !isEscaped: return count
      case UInt8(ascii: ",")?:
        count.hasComma = true
        return count
      case let digit? where digit >= zero && digit <= (isEscaped ? zero : UInt8(ascii: "9")):
        let value = (count.value ?? 0) * 10 + Int(digit - zero)
        count.value = min(value, Self.greatestCount + 1)
      default: count.isWrong = true
      }
    }
    throw .openInterval
  }
}
