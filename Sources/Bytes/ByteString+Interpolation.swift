/// Literals with holes: `"mount \(source) on \(target) failed"`. Only bytes, literals and whole
/// numbers fit into a hole, so nothing can be printed that Embedded Swift would print wrongly.
extension ByteString: ExpressibleByStringInterpolation {
  // What does the work is never inlined: a thousand texts would each hold the code. What is always
  // inlined is a call of it, with no more arguments than it needs. And the compiler has a literal before
  // and after each hole, most of them empty: as constants they go away together with their calls.

  /// What the parts were put together to.
  @inline(never)
  public init(stringInterpolation: Interpolation) {
    let bytes = stringInterpolation.bytes
    self = bytes.contains(0) ? ByteString(bytes) : ByteString(takingOver: bytes)
  }

  /// Puts literals, byte strings and whole numbers together; nothing else fits into a hole.
  public struct Interpolation: StringInterpolationProtocol {
    var bytes: [UInt8] = []

    /// An empty text with room for what most texts are.
    @inline(never)
    init() { bytes.reserveCapacity(80) }

    /// An empty text, of whatever parts.
    @inline(__always)
    public init(literalCapacity: Int, interpolationCount: Int) { self.init() }

    /// A part between two holes.
    @inline(__always)
    public mutating func appendLiteral(_ literal: StaticString) {
      if literal.utf8CodeUnitCount > 0 { append(literal.utf8Start, literal.utf8CodeUnitCount) }
    }

    @inline(never)
    mutating func append(_ start: UnsafePointer<UInt8>, _ count: Int) {
      bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
    }

    /// The bytes as they are.
    @inline(never)
    public mutating func appendInterpolation(_ value: ByteString) {
      bytes.append(contentsOf: value.bytes)
    }

    /// The bytes of the literal.
    public mutating func appendInterpolation(_ value: StaticString) {
      append(value.utf8Start, value.utf8CodeUnitCount)
    }

    /// A whole number of at most 64 bits in decimal digits.
    @inline(__always)
    public mutating func appendInterpolation<Number: FixedWidthInteger>(_ value: Number) {
      if Number.isSigned {
        append(Int64(truncatingIfNeeded: value))
      } else {
        append(UInt64(truncatingIfNeeded: value))
      }
    }

    @inline(never)
    mutating func append(_ number: Int64) {
      if number < 0 { bytes.append(UInt8(ascii: "-")) }
      append(number.magnitude)
    }

    @inline(never)
    mutating func append(_ number: UInt64) {
      let start = bytes.count
      var rest = number
      repeat {
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
      } while rest != 0
      bytes[start...].reverse()
    }
  }
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
