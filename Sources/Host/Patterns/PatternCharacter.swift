import Bytes
import CKernel

/// A character of a pattern or of a text: in UTF-8 its number in Unicode, else the byte.
///
/// In UTF-8 a byte that belongs to no character stands for itself: a literal finds it, `.` and brackets
/// do not.
struct PatternCharacter: Equatable {
  private let raw: UInt32

  private static let stray: UInt32 = 0x8000_0000

  init(_ ascii: UInt8) { raw = UInt32(ascii) }

  /// A byte that belongs to no character.
  init(stray byte: UInt8) { raw = Self.stray | UInt32(byte) }

  init(number: UInt32) { raw = number }

  var isStray: Bool { raw & Self.stray != 0 }
  /// A stray byte as a number is what it would be in Latin-1.
  var number: UInt32 { raw & ~Self.stray }
  /// The byte of one in ASCII.
  var ascii: UInt8? { raw < 0x80 ? UInt8(raw) : nil }

  /// Reads a text.
  static func all(of text: ByteString, isUTF8: Bool) -> [PatternCharacter] {
    var characters: [PatternCharacter] = []
    characters.reserveCapacity(text.count)
    guard isUTF8 else {
      for byte in text.bytes { characters.append(PatternCharacter(byte)) }
      return characters
    }
    text.withCString { start in
      var index = 0
      while index < text.count {
        var number: UInt32 = 0
        let count = uy_utf8_character(start + index, text.count - index, &number)
        characters.append(
          count > 0
            ? PatternCharacter(number: number)
            : PatternCharacter(stray: UInt8(bitPattern: start[index])))
        index += max(count, 1)
      }
    }
    return characters
  }
}

/// Classes of characters, wctype(3) and isalpha(3), as bits.
struct CharacterClass: OptionSet {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }
  private init(_ bits: Int32...) { rawValue = bits.reduce(0) { $0 | UInt32($1) } }

  static let alnum = CharacterClass(UY_ALPHA, UY_DIGIT)
  static let space = CharacterClass(UY_SPACE)

  /// By its name between `[:` and `:]`.
  init?(name: ByteString) {
    let named: [(StaticString, CharacterClass)] = [
      ("alnum", .alnum), ("alpha", CharacterClass(UY_ALPHA)), ("blank", CharacterClass(UY_BLANK)),
      ("cntrl", CharacterClass(UY_CNTRL)), ("digit", CharacterClass(UY_DIGIT)),
      ("graph", CharacterClass(UY_GRAPH)), ("lower", CharacterClass(UY_LOWER)),
      ("print", CharacterClass(UY_CELLS)), ("punct", CharacterClass(UY_PUNCT)),
      ("space", .space), ("upper", CharacterClass(UY_UPPER)), ("xdigit", CharacterClass(UY_XDIGIT)),
    ]
    guard let found = named.first(where: { name == $0.0 }) else { return nil }
    self = found.1
  }

  /// Whether a character is in one of them. Bytes above ASCII are in none.
  func contains(_ character: PatternCharacter, isUTF8: Bool) -> Bool {
    if !isUTF8, character.ascii == nil { return false }
    return uy_character_traits(character.number) & rawValue != 0
  }
}
