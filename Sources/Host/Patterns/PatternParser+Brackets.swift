import Bytes

extension PatternParser {
  /// Part of a bracket.
  private enum Element {
    case character(PatternCharacter)
    /// `[.a.]`, which may begin or end a range; nil where no locale has it.
    case symbol(PatternCharacter?)
    /// `[=a=]`: of each class of equivalent characters there is one, but in locales with an order.
    case equivalents(PatternCharacter?)
    /// `[:alpha:]`.
    case named(CharacterClass?)

    /// What it is as the beginning or the end of a range.
    func edge() throws(PatternError) -> PatternCharacter {
      switch self {
      case .character(let one): return one
      case .symbol(let one?): return one
      case .symbol(nil): throw .collatingElement
      case .equivalents, .named: throw .rangeEnd
      }
    }

    /// Whether it is complete without what comes next: that cannot make it a range.
    var isComplete: Bool {
      switch self {
      case .character, .symbol: false
      case .equivalents, .named: true
      }
    }
  }

  /// The longest name in a bracket that glibc reads, in bytes.
  private static let longestName = 31

  mutating func readBracket() throws(PatternError) -> BracketSet {
    var set = BracketSet()
    if isUpcoming(UInt8(ascii: "^")) {
      set.isNegated = true
      _ = next()
    }
    if upcoming() == nil { throw .nothing }
    var isFirst = true
    // A bracket that closes stands for itself at the beginning.
    while isFirst || !isUpcoming(UInt8(ascii: "]")) {
      try readElement(into: &set, isFirst: isFirst)
      isFirst = false
    }
    _ = next()
    return set
  }

  private mutating func readElement(
    into set: inout BracketSet, isFirst: Bool
  ) throws(PatternError) {
    let isDash = isUpcoming(UInt8(ascii: "-"))
    let first = try readElement()
    let dash = UInt8(ascii: "-"), closing = UInt8(ascii: "]")
    // After a range or a class it neither is a character nor makes a range.
    if isDash, !isFirst, !isUpcoming(closing) { throw .rangeEnd }
    if first.isComplete { return try add(first, to: &set) }
    guard upcoming() != nil else { throw .openBracket }
    guard isUpcoming(dash), upcoming(1)?.ascii != closing else { return try add(first, to: &set) }
    _ = next()
    let last = try readElement()
    if last.isComplete { throw .rangeEnd }
    let range = (try first.edge().number, try last.edge().number)
    guard range.0 <= range.1 else { throw .rangeEnd }
    set.ranges.append(range.0...range.1)
  }

  private func add(_ element: Element, to set: inout BracketSet) throws(PatternError) {
    switch element {
    case .character(let one), .symbol(let one?), .equivalents(let one?):
      if !one.isStray { set.ranges.append(one.number...one.number) }
    case .named(let name?): set.classes.formUnion(name)
    case .symbol(nil), .equivalents(nil): throw .collatingElement
    case .named(nil): throw .className
    }
  }

  private mutating func readElement() throws(PatternError) -> Element {
    guard let character = next() else { throw .openBracket }
    guard character.ascii == UInt8(ascii: "["), let mark = upcoming() else {
      return .character(character)
    }
    switch mark.ascii {
    case UInt8(ascii: ":"): return .named(CharacterClass(name: try readName(mark)))
    case UInt8(ascii: "."): return .symbol(single(try readName(mark)))
    case UInt8(ascii: "="): return .equivalents(single(try readName(mark)))
    default: return .character(character)
    }
  }

  /// What stands between `[:` and `:]`, or between the like of them, with these two marks.
  private mutating func readName(_ mark: PatternCharacter) throws(PatternError) -> ByteString {
    _ = next()
    var name: [UInt8] = []
    while let character = next() {
      if character == mark, isUpcoming(UInt8(ascii: "]")) {
        _ = next()
        return ByteString(name)
      }
      // No name that there is has anything but ASCII, and none is empty.
      name.append(character.ascii ?? 0xFF)
      if name.count > Self.longestName { break }
    }
    throw .openBracket
  }

  /// The only character of a name: names of more than one are known to no locale of this engine.
  private func single(_ name: ByteString) -> PatternCharacter? {
    guard name.count == 1, let byte = name.byte(at: 0), byte < 0x80 else { return nil }
    return PatternCharacter(byte)
  }
}
