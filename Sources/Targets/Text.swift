import Bytes

// What is asked of pieces of text. Never inlined: each is called with dozens of them.

extension ArraySlice<UInt8> {
  @inline(never)
  func begins(_ text: StaticString) -> Bool {
    let size = text.utf8CodeUnitCount
    guard count >= size else { return false }
    return text.withUTF8Buffer { other in
      for place in 0..<size where self[startIndex + place] != other[place] { return false }
      return true
    }
  }

  /// Whether bytes stand somewhere in it.
  @inline(never)
  func has(_ part: ArraySlice<UInt8>) -> Bool {
    guard let first = part.first else { return true }
    var place = startIndex
    while endIndex - place >= part.count {
      if self[place] == first, self[place..<(place + part.count)] == part { return true }
      place += 1
    }
    return false
  }

  @inline(never)
  func ends(_ text: StaticString) -> Bool { suffix(text.utf8CodeUnitCount).begins(text) }

  @inline(never)
  func isText(_ text: StaticString) -> Bool { count == text.utf8CodeUnitCount && begins(text) }

  /// The value of digits and nothing else; nil for any other text, and above 2^64-1.
  @inline(never)
  var wholeNumber: UInt64? {
    var cursor = ByteCursor(self)
    guard let first, decimalValue(first) != nil, let number = cursor.number(), cursor.isAtEnd,
      !number.isSaturated
    else { return nil }
    return number.magnitude
  }

  /// Without the bytes in front that are white space.
  @inline(never)
  var withoutSpace: ArraySlice<UInt8> { drop(while: isWhiteSpace) }

  /// Whether it is an id as the engines make them: 64 lower-case hexadecimal digits.
  @inline(never)
  var isLongID: Bool {
    count == 64
      && allSatisfy {
        decimalValue($0) != nil || UInt8(ascii: "a") <= $0 && $0 <= UInt8(ascii: "f")
      }
  }

  /// Whether it can be the name of a file in a directory.
  var isFileName: Bool {
    !isEmpty && count < 256 && !isText(".") && !isText("..") && !contains(UInt8(ascii: "/"))
  }

  /// Whether it has the suffix of a unit that may have processes, systemd.unit(5).
  @inline(never)
  var isUnit: Bool {
    ends(".service") || ends(".scope") || ends(".socket") || ends(".mount") || ends(".swap")
  }
}

/// The number of a process that a file holds: blanks, digits, blanks and nothing else.
@inline(never)
public func processNumber(inFile content: ArraySlice<UInt8>) -> Int32? {
  var text = content.withoutSpace
  while let last = text.last, isWhiteSpace(last) { text.removeLast() }
  guard let number = text.wholeNumber, number > 0 else { return nil }
  return Int32(exactly: number)
}
