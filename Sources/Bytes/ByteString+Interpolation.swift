/// Literals with holes: `"mount \(source) on \(target) failed"`. Only bytes, literals and whole
/// numbers fit into a hole, so nothing can be printed that Embedded Swift would print wrongly.
extension ByteString: ExpressibleByStringInterpolation {
  // Never inlined, nor are the parts: a thousand texts would each hold the code.

  /// What the parts were put together to.
  @inline(never)
  public init(stringInterpolation: Interpolation) {
    self.init(stringInterpolation.bytes)
  }

  /// Puts literals, byte strings and whole numbers together; nothing else fits into a hole.
  public struct Interpolation: StringInterpolationProtocol {
    var bytes: [UInt8] = []

    /// An empty text with room for its literals.
    @inline(never)
    public init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    /// A part between two holes.
    @inline(never)
    public mutating func appendLiteral(_ literal: StaticString) {
      literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// The bytes as they are.
    @inline(never)
    public mutating func appendInterpolation(_ value: ByteString) {
      bytes.append(contentsOf: value.bytes)
    }

    /// The bytes of the literal.
    public mutating func appendInterpolation(_ value: StaticString) { appendLiteral(value) }

    /// A whole number in decimal digits.
    public mutating func appendInterpolation<Number: FixedWidthInteger>(_ value: Number) {
      bytes.append(contentsOf: decimalDigits(value))
    }
  }
}

/// A whole number in decimal digits, with a leading `-` below zero.
package func decimalDigits<Number: FixedWidthInteger>(_ value: Number) -> [UInt8] {
  var digits: [UInt8] = []
  var rest = value.magnitude
  repeat {
    digits.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
    rest /= 10
  } while rest != 0
  if value < 0 { digits.append(UInt8(ascii: "-")) }
  digits.reverse()
  return digits
}

extension [ByteString] {
  /// The parts in one, with a separator between them.
  public func joined(by separator: StaticString) -> ByteString {
    var text = ByteString.Interpolation(literalCapacity: 0, interpolationCount: count)
    for (place, part) in enumerated() {
      if place > 0 { text.appendLiteral(separator) }
      text.appendInterpolation(part)
    }
    return ByteString(stringInterpolation: text)
  }
}
