public import Bytes

/// Reads JSON (RFC 8259) strictly and without recursion, value by value: what is one byte off is no JSON, and no
/// text is deep or long enough to exhaust the stack.
public struct JSONReader {
  /// The most objects and arrays that may be within each other.
  public static var deepest: Int { 64 }

  private let bytes: [UInt8]
  private var place = 0
  private var isStarted = false
  private var frames: [(isObject: Bool, start: Int)] = []

  /// Where the last value stands: for each object a newline and the key, for each array a tab.
  public private(set) var path: [UInt8] = []
  /// Which element of the outermost array or object it is in, from 0.
  public private(set) var element = 0
  /// The last value, where it is a string. One with escapes is none of those that are looked for, and is nil.
  public private(set) var text: ByteString?
  /// The last value, where it is a whole number from 0 to 2^64-1.
  public private(set) var number: UInt64?
  /// Whether the text was read to its end and is JSON. If not, nothing that it seemed to say counts.
  public private(set) var isWhole = false

  /// - Parameter bytes: the whole text.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Goes to the next value that is no object and no array; false where there is none.
  @inline(never)
  public mutating func next() -> Bool {
    var isValueNext = !isStarted
    isStarted = true
    while true {
      skipSpace()
      if isValueNext {
        let isObject = peek == UInt8(ascii: "{")
        guard isObject || peek == UInt8(ascii: "[") else { return scalar() }
        place += 1
        if frames.count == Self.deepest { return false }
        frames.append((isObject, path.count))
        skipSpace()
        if peek != Self.end(isObject) {
          if !begin() { return false }
          continue
        }
        isValueNext = false
      }
      // What follows a value.
      guard let frame = frames.last else {
        isWhole = place == bytes.count
        return false
      }
      path.removeLast(path.count - frame.start)
      if skip(UInt8(ascii: ",")) {
        if frames.count == 1 { element += 1 }
        if !begin() { return false }
        isValueNext = true
      } else {
        guard skip(Self.end(frame.isObject)) else { return false }
        frames.removeLast()
      }
    }
  }

  private static func end(_ isObject: Bool) -> UInt8 {
    isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
  }

  /// Begins an element: of an object with its key and the colon after it.
  private mutating func begin() -> Bool {
    guard frames.last?.isObject == true else {
      path.append(UInt8(ascii: "\t"))
      return true
    }
    skipSpace()
    path.append(UInt8(ascii: "\n"))
    guard skip(UInt8(ascii: "\"")), let key = string() else { return false }
    // One with escapes is none of those that are looked for; a third newline makes it so.
    path += key.isPlain ? key.text : [UInt8(ascii: "\n")]
    skipSpace()
    return skip(UInt8(ascii: ":"))
  }

  private mutating func scalar() -> Bool {
    (text, number) = (nil, nil)
    if skip(UInt8(ascii: "\"")) {
      guard let string = string() else { return false }
      text = string.isPlain ? ByteString(string.text) : nil
      return true
    }
    for word: StaticString in ["true", "false", "null"] where bytes[place...].begins(word) {
      place += word.utf8CodeUnitCount
      return true
    }
    let isNegative = skip(UInt8(ascii: "-"))
    guard let digits = digits() else { return false }
    // One 0 in front means that it is all.
    if digits.count > 1, digits.first == UInt8(ascii: "0") { return false }
    var isInteger = !isNegative
    if skip(UInt8(ascii: ".")) {
      isInteger = false
      if self.digits() == nil { return false }
    }
    if let letter = peek, letter | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      place += 1
      if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
      if self.digits() == nil { return false }
    }
    number = isInteger ? digits.wholeNumber : nil
    return true
  }

  private mutating func digits() -> ArraySlice<UInt8>? {
    let start = place
    while let byte = peek, decimalValue(byte) != nil { place += 1 }
    return place > start ? bytes[start..<place] : nil
  }

  /// The bytes of a string, from behind its first quote; nil where it is none.
  private mutating func string() -> (text: ArraySlice<UInt8>, isPlain: Bool)? {
    let start = place
    var isPlain = true
    while let byte = peek {
      place += 1
      if byte == UInt8(ascii: "\"") { return (bytes[start..<(place - 1)], isPlain) }
      if byte < 0x20 { return nil }
      // A name would end at a NUL; none is in a plain one.
      if byte != UInt8(ascii: "\\") { continue }
      isPlain = false
      guard let escaped = peek else { return nil }
      place += 1
      switch escaped {
      case UInt8(ascii: "u"):
        for _ in 0..<4 {
          guard let digit = peek, isHexDigit(digit) else { return nil }
          place += 1
        }
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
        UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
        break
      default: return nil
      }
    }
    return nil
  }

  private func isHexDigit(_ byte: UInt8) -> Bool {
    decimalValue(byte) != nil || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }

  private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    place += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 {
      place += 1
    }
  }
}
