public import Bytes

/// An extended regular expression as glibc has it, regex(7), for the static binary, whose library has
/// another one: made of steps that a set of places walks through, so that no pattern takes longer than the
/// number of its steps times the length of the text. With `\1` in it that is so for texts in which it
/// would not be found even if `\1` were `.*`; for others the cost has a limit (`ReferenceRun`).
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

    /// A step that leads nowhere else, kept for what is known only later.
    static let free = Step.jump(1)
    var isFree: Bool {
      if case .jump(1) = self { true } else { false }
    }
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
  /// Nil without references.
  private var references: PatternReferences?

  /// More steps than any pattern that a person types: nested intervals multiply.
  static let greatestLength = 1 << 18

  init(isUTF8: Bool) { self.isUTF8 = isUTF8 }

  /// Reads a pattern.
  /// - Parameter isUTF8: whether the locale's characters are UTF-8; single bytes otherwise.
  public init(_ pattern: ByteString, isUTF8: Bool) throws(PatternError) {
    self = try PatternParser.program(of: pattern, isUTF8: isUTF8)
    references = PatternReferences(steps)
  }

  /// Whether it is found in a text.
  ///
  /// Throws `tooSlow` where references make that too costly to say.
  public func matches(_ text: ByteString) throws(PatternError) -> Bool {
    try search(text).isFound
  }

  /// The same, and what it cost.
  func search(_ text: ByteString) throws(PatternError) -> (isFound: Bool, cost: Int) {
    let characters = PatternCharacter.all(of: text, isUTF8: isUTF8)
    var run = PatternRun(self, text: characters)
    let mayBeFound = run.isFound()
    guard mayBeFound, let references else { return (mayBeFound, run.cost) }
    var exact = ReferenceRun(self, references, text: characters)
    let isFound = try exact.isFound()
    return (isFound, run.cost + exact.cost)
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
