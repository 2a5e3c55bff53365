public import Bytes

/// An extended regular expression as glibc has it, regex(7), for the static binary, whose library has
/// another one: made of steps that a set of places walks through, so that no pattern takes longer than its
/// length times that of the text, but for those with `\1` in them.
public struct PatternProgram {
  /// One step. Where it leads is counted from the step itself, so that steps can be copied.
  enum Step {
    case character(PatternCharacter)
    /// Any character.
    case any
    /// One of the characters of a set, by its index.
    case set(Int)
    case assertion(Assertion)
    /// Both ways.
    case split(Int, Int)
    case jump(Int)
    /// A group begins or ends, of those that are referred to.
    case begin(group: Int)
    case end(group: Int)
    /// What the group found, once more.
    case reference(group: Int)
    case found
  }

  /// What must hold between two characters.
  enum Assertion {
    case textBegin, textEnd
    case wordBegin, wordEnd
    case wordEdge, noWordEdge
  }

  var steps: [Step] = []
  var sets: [BracketSet] = []
  let isUTF8: Bool

  /// More steps than any pattern that a person types: nested intervals multiply.
  static let greatestLength = 1 << 18

  init(isUTF8: Bool) { self.isUTF8 = isUTF8 }

  /// Reads a pattern.
  /// - Parameter isUTF8: whether the locale's characters are UTF-8; single bytes otherwise.
  public init(_ pattern: ByteString, isUTF8: Bool) throws(PatternError) {
    self = try PatternParser.program(of: pattern, isUTF8: isUTF8)
  }

  /// Whether it is found in a text.
  public func matches(_ text: ByteString) -> Bool {
    var run = PatternRun(self, text: PatternCharacter.all(of: text, isUTF8: isUTF8))
    return run.isFound()
  }
}

/// The characters between brackets.
struct BracketSet {
  var isNegated = false
  var classes: CharacterClass = []
  var ranges: [ClosedRange<UInt32>] = []

  func contains(_ character: PatternCharacter, isUTF8: Bool) -> Bool {
    if character.isStray { return false }
    let isListed =
      ranges.contains { $0.contains(character.number) }
      || classes.contains(character, isUTF8: isUTF8)
    return isListed != isNegated
  }
}
