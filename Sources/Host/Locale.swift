public import Bytes
import CKernel

/// The language environment, locale(7).
public enum Locale {
  /// Takes over what the environment asks for, setlocale(3); messages stay English.
  public static func adopt() { uy_set_locale() }

  /// Whether text is UTF-8, nl_langinfo(3) CODESET.
  public static var isUTF8: Bool { uy_locale_is_utf8() }

  /// The first character of a text, mbrtowc(3).
  public enum Character {
    /// So many bytes, and terminal cells as wcwidth(3) has them.
    case printable(bytes: Int, cells: Int)
    /// A character that takes no place, of so many bytes.
    case unprintable(bytes: Int)
    /// No character begins here.
    case invalid
  }

  /// Reads the first character of a text, mbrtowc(3).
  public static func firstCharacter(of text: ArraySlice<UInt8>) -> Character {
    var cells: Int32 = 0
    let count = text.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return 0 }
      return uy_first_character(
        start.assumingMemoryBound(to: CChar.self), bytes.count, &cells)
    }
    if count == 0 { return .invalid }
    return cells < 0
      ? .unprintable(bytes: count) : .printable(bytes: count, cells: Int(cells))
  }

  /// isprint(3).
  public static func isPrintable(_ byte: UInt8) -> Bool { uy_is_printable(byte) }

  /// Whether a text means yes, rpmatch(3).
  public static func isAffirmative(_ text: ByteString) -> Bool {
    var expression = [CChar](repeating: 0, count: 256)
    uy_yes_expression(&expression, expression.count)
    let yes = expression.withUnsafeBufferPointer { ByteString(cString: $0.baseAddress!) }
    return (try? RegularExpression(yes).matches(text)) ?? false
  }

  /// The whole of a text as a number, strtold(3); nil where it is none.
  public static func float(_ text: ByteString) -> Double? {
    var value = 0.0
    return text.withCString { uy_parse_float($0, &value) } ? value : nil
  }

  /// A number in six significant digits, `%Lg` of printf(3).
  public static func text(of float: Double) -> ByteString {
    var bytes = [CChar](repeating: 0, count: 64)
    uy_format_float(float, &bytes, bytes.count)
    return bytes.withUnsafeBufferPointer { ByteString(cString: $0.baseAddress!) }
  }
}
