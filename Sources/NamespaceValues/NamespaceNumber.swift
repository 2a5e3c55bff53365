public import Bytes

/// A namespace by its inode number on nsfs, as people write it: `net:[4026532180]`, which readlink(1) and
/// nsls(8) print, or `inode:4026532180`.
public struct NamespaceNumber: Sendable {
  /// What it is said to be; nil where only the number is given.
  public let kind: NamespaceKind?
  /// The inode number: 32 bits on nsfs, and never 0.
  public let number: UInt64

  /// Reads one of the two forms, to the byte: no sign, no blanks, no zeros in front. Nil for any other text.
  public init?(_ text: ByteString) {
    guard let colon = text.bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let word = ByteString(text.bytes[..<colon])
    var digits = text.bytes[(colon + 1)...]
    if word == "inode" {
      kind = nil
    } else {
      kind = NamespaceKind(named: word)
      guard kind != nil, digits.popFirst() == UInt8(ascii: "["),
        digits.popLast() == UInt8(ascii: "]")
      else { return nil }
    }
    guard let first = digits.first, first != UInt8(ascii: "0"), decimalValue(first) != nil
    else { return nil }
    var cursor = ByteCursor(digits)
    guard let number = cursor.number()?.unsigned32, cursor.isAtEnd else { return nil }
    self.number = UInt64(number)
  }
}

extension NamespaceKind {
  /// The kind whose file below /proc/PID/ns has this name; nil for any other word.
  @inline(never)
  public init?(named name: ByteString) {
    for kind in Self.allCases where name == kind.name {
      self = kind
      return
    }
    return nil
  }
}
