public import Bytes
public import Filters
public import Host
import Tables

/// Numbers, patterns and answers as the C library has them, for filters.
public struct CLibrary: FilterLibrary {
  /// Answers in the locale that was adopted.
  public init() {}

  /// The whole of a text as a number, strtold(3); nil where it is none.
  public func float(_ text: ByteString) -> Double? { Locale.float(text) }
  /// A number in six significant digits, `%Lg` of printf(3).
  public func text(of float: Double) -> ByteString { Locale.text(of: float) }
  /// Compiles an extended regular expression: by regcomp(3) with glibc, by `Host/Patterns` in the
  /// static binary, which has another C library.
  public func compile(_ pattern: ByteString) throws(PatternFault) -> RegularExpression {
    do throws(RegularExpression.Fault) { return try RegularExpression(pattern) } catch {
      throw PatternFault(error.text)
    }
  }
  /// Whether an expression matches somewhere in a text, by the same as compiled it; throws
  /// where that takes too long.
  public func matches(
    _ pattern: RegularExpression, _ text: ByteString
  ) throws(PatternFault) -> Bool {
    do throws(RegularExpression.Fault) { return try pattern.matches(text) } catch {
      throw PatternFault(error.text)
    }
  }
  /// Whether a text is an affirmative answer, rpmatch(3).
  public func isAffirmative(_ text: ByteString) -> Bool { Locale.isAffirmative(text) }
}

/// The C library's character functions, for tables.
struct LocaleMeasure: TextMeasure {
  func isPrintable(_ byte: UInt8) -> Bool { Locale.isPrintable(byte) }

  func first(of text: ArraySlice<UInt8>) -> MeasuredCharacter {
    switch Locale.firstCharacter(of: text) {
    case .printable(let bytes, let cells): .printable(bytes: bytes, cells: cells)
    case .unprintable(let bytes): .unprintable(bytes: bytes)
    // A single-byte locale may know it all the same.
    case .invalid:
      text.first.map { Locale.isPrintable($0) } ?? false
        ? .printable(bytes: 1, cells: 1) : .invalid
    }
  }
}
