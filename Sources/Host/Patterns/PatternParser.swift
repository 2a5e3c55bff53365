import Bytes

/// Reads an extended regular expression of glibc's and writes its program, in one pass from left to
/// right, so the first mistake is the one that is reported.
struct PatternParser {
  var program: PatternProgram
  private let pattern: [PatternCharacter]
  private var position = 0
  /// Whether there is something that `*` could repeat, which begins at this step.
  var atom: Int?
  /// How often it is repeated, as far as no step says so yet.
  var repetition: Repetition?
  private var groups: [Group] = []
  private var groupCount = 0
  private var alternatives = Alternatives()
  /// The groups that `\1` and its like name.
  private var referenced: UInt16
  /// Whether there is a bar, which may be a plain character.
  private let hasAlternatives: Bool

  /// What is open around the place that is read.
  private struct Alternatives {
    /// Where this one begins.
    var start = 0
    /// The jumps to what follows the last one.
    var jumps: [Int] = []
    /// The groups that are complete here, a bit each for 1 to 9; where the alternatives begin; and at the
    /// end of one of those that follow.
    var complete: UInt16 = 0
    var completeBefore: UInt16 = 0
    var completeAfter: UInt16 = 0
  }
  private struct Group {
    let number: Int
    let start: Int
    let around: Alternatives
  }

  static func program(of pattern: ByteString, isUTF8: Bool) throws(PatternError) -> PatternProgram {
    var parser = PatternParser(pattern, isUTF8: isUTF8)
    parser.keepFree()
    while let character = parser.next() { try parser.take(character) }
    if !parser.groups.isEmpty { throw .openGroup }
    try parser.flush()
    parser.closeAlternatives()
    parser.program.steps.append(.found)
    return parser.program
  }

  private init(_ pattern: ByteString, isUTF8: Bool) {
    self.pattern = PatternCharacter.all(of: pattern, isUTF8: isUTF8)
    program = PatternProgram(isUTF8: isUTF8)
    // A mark too many costs a step; one too few could not be set later.
    referenced = 0
    hasAlternatives = self.pattern.contains { $0.ascii == UInt8(ascii: "|") }
    for (escape, digit) in zip(self.pattern, self.pattern.dropFirst()) {
      if escape.ascii == UInt8(ascii: "\\"), let number = Self.groupNumber(digit) {
        referenced |= 1 << UInt16(number)
      }
    }
  }

  private static func groupNumber(_ character: PatternCharacter) -> Int? {
    guard let ascii = character.ascii, ascii >= UInt8(ascii: "1"), ascii <= UInt8(ascii: "9") else {
      return nil
    }
    return Int(ascii - UInt8(ascii: "0"))
  }

  // MARK: - reading

  mutating func next() -> PatternCharacter? {
    guard position < pattern.count else { return nil }
    position += 1
    return pattern[position - 1]
  }

  /// The character that comes next, or one of those after it.
  func upcoming(_ distance: Int = 0) -> PatternCharacter? {
    position + distance < pattern.count ? pattern[position + distance] : nil
  }

  /// Whether the next character is this one.
  func isUpcoming(_ ascii: UInt8) -> Bool { upcoming()?.ascii == ascii }

  private mutating func take(_ character: PatternCharacter) throws(PatternError) {
    switch character.ascii {
    case UInt8(ascii: "*"): try repeats(.star)
    case UInt8(ascii: "+"): try repeats(.plus)
    case UInt8(ascii: "?"): try repeats(.question)
    case UInt8(ascii: "{"):
      // Before its content is looked at.
      if atom == nil { throw .nothingToRepeat }
      try repeats(readInterval())
    case UInt8(ascii: "("): try open()
    case UInt8(ascii: ")"): try close(character)
    case UInt8(ascii: "|"): try alternative()
    case UInt8(ascii: "^"): try assert(.textBegin)
    case UInt8(ascii: "$"): try assert(.textEnd)
    case UInt8(ascii: "."): try add(.any)
    case UInt8(ascii: "["): try add(readBracket())
    case UInt8(ascii: "\\"): try takeEscape()
    default: try add(.character(character))
    }
  }

  private mutating func takeEscape() throws(PatternError) {
    guard let character = next() else { throw .trailingBackslash }
    switch character.ascii {
    case UInt8(ascii: "b"): try assert(.wordEdge)
    case UInt8(ascii: "B"): try assert(.noWordEdge)
    case UInt8(ascii: "<"): try assert(.wordBegin)
    case UInt8(ascii: ">"): try assert(.wordEnd)
    case UInt8(ascii: "`"): try assert(.textBegin)
    case UInt8(ascii: "'"): try assert(.textEnd)
    case UInt8(ascii: "w"): try add(Self.word)
    case UInt8(ascii: "W"): try add(Self.word, isNegated: true)
    case UInt8(ascii: "s"): try add(BracketSet(classes: .space))
    case UInt8(ascii: "S"): try add(BracketSet(classes: .space), isNegated: true)
    default:
      // Any other backslash makes its character a plain one.
      guard let number = Self.groupNumber(character) else { return try add(.character(character)) }
      guard alternatives.complete & 1 << UInt16(number) != 0 else { throw .noSuchGroup }
      try add(.reference(group: number))
    }
  }

  private static let word = BracketSet(
    classes: .alnum, ranges: [UInt32(UInt8(ascii: "_"))...UInt32(UInt8(ascii: "_"))])

  // MARK: - writing

  /// Adds something that can be repeated.
  private mutating func add(_ step: PatternProgram.Step) throws(PatternError) {
    try flush()
    atom = program.steps.count
    program.steps.append(step)
  }

  private mutating func add(_ set: BracketSet, isNegated: Bool = false) throws(PatternError) {
    var set = set
    if isNegated { set.isNegated = true }
    program.sets.append(set)
    try add(.set(program.sets.count - 1))
  }

  /// Adds something that cannot be repeated.
  private mutating func assert(_ assertion: PatternProgram.Assertion) throws(PatternError) {
    try flush()
    program.steps.append(.assertion(assertion))
    atom = nil
  }

  private mutating func open() throws(PatternError) {
    try flush()
    groupCount += 1
    groups.append(
      Group(number: groupCount, start: program.steps.count, around: alternatives))
    program.steps.append(.free)
    if isReferenced(groupCount) { program.steps.append(.begin(group: groupCount)) }
    let complete = alternatives.complete
    alternatives = Alternatives(
      start: program.steps.count, complete: complete, completeBefore: complete)
    keepFree()
    atom = nil
  }

  private mutating func close(_ character: PatternCharacter) throws(PatternError) {
    // Without its partner it is a plain character.
    guard let group = groups.popLast() else { return try add(.character(character)) }
    try flush()
    closeAlternatives()
    if isReferenced(group.number) { program.steps.append(.end(group: group.number)) }
    let complete = alternatives.complete | alternatives.completeAfter
    alternatives = group.around
    alternatives.complete = complete
    if group.number <= 9 { alternatives.complete |= 1 << UInt16(group.number) }
    atom = group.start
  }

  private func isReferenced(_ group: Int) -> Bool {
    group <= 9 && referenced & 1 << UInt16(group) != 0
  }

  private mutating func alternative() throws(PatternError) {
    try flush()
    program.steps[alternatives.start] = .split(1, program.steps.count - alternatives.start + 1)
    alternatives.jumps.append(program.steps.count)
    program.steps.append(.jump(0))
    alternatives.start = program.steps.count
    keepFree()
    alternatives.completeAfter |= alternatives.complete
    alternatives.complete = alternatives.completeBefore
    atom = nil
  }

  /// Keeps a step in front of an alternative, where there are any, for the way to the next one.
  private mutating func keepFree() {
    if hasAlternatives { program.steps.append(.free) }
  }

  private mutating func closeAlternatives() {
    for jump in alternatives.jumps { program.steps[jump] = .jump(program.steps.count - jump) }
  }
}
