/// Bytes as the user or the kernel gave them: an argument, a path, a line of a file. May hold
/// anything but NUL, and is never taken for text.
///
/// Kept with a terminating NUL, so that handing it to a system call copies nothing.
public struct ByteString: Hashable, Sendable {
  /// The bytes and one NUL.
  private let terminated: [UInt8]

  /// Copies bytes up to the first NUL or the end, as a C string would be read.
  public init(_ bytes: some Sequence<UInt8>) {
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.underestimatedCount + 1)
    for byte in bytes {
      if byte == 0 { break }
      copy.append(byte)
    }
    copy.append(0)
    terminated = copy
  }

  /// Bytes without NUL, which nobody else needs: they are not copied.
  init(takingOver bytes: consuming [UInt8]) {
    bytes.append(0)
    terminated = bytes
  }

  /// Copies a C string.
  public init(cString: UnsafePointer<CChar>) {
    var count = 0
    while cString[count] != 0 { count += 1 }
    terminated = [UInt8](unsafeUninitializedCapacity: count + 1) { buffer, filled in
      for index in 0...count { buffer[index] = UInt8(bitPattern: cString[index]) }
      filled = count + 1
    }
  }

  /// The number of bytes, without the NUL.
  public var count: Int { terminated.count - 1 }

  /// Whether there is no byte.
  public var isEmpty: Bool { count == 0 }

  /// The bytes, without the NUL.
  public var bytes: ArraySlice<UInt8> { terminated.dropLast() }

  /// The byte at an index counted from 0; nil past the end.
  public func byte(at index: Int) -> UInt8? { index < count ? terminated[index] : nil }

  /// Calls a function with the bytes as a C string, valid during the call only.
  public func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    terminated.withUnsafeBytes { body($0.baseAddress!.assumingMemoryBound(to: CChar.self)) }
  }
}

extension ByteString {
  /// Whether these are the bytes of a literal.
  public static func == (left: ByteString, right: StaticString) -> Bool {
    guard left.count == right.utf8CodeUnitCount else { return false }
    return left.hasPrefix(right)
  }

  /// Whether the bytes begin with those of a literal.
  public func hasPrefix(_ prefix: StaticString) -> Bool {
    prefix.withUTF8Buffer { other in
      guard other.count <= count else { return false }
      for index in 0..<other.count where terminated[index] != other[index] { return false }
      return true
    }
  }

  /// Whether a literal begins with these bytes.
  package func isPrefix(of literal: StaticString) -> Bool {
    literal.withUTF8Buffer { other in
      guard count <= other.count else { return false }
      for index in 0..<count where terminated[index] != other[index] { return false }
      return true
    }
  }

  /// The bytes from an index on, counted from 0; nothing past the end.
  public func dropFirst(_ count: Int) -> ByteString { ByteString(bytes.dropFirst(count)) }

  /// The part after the last `/`, everything when there is none: the short name of a program.
  package var afterLastSlash: ByteString {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return self }
    return ByteString(bytes[(slash + 1)...])
  }

  /// basename(3) as POSIX has it: slashes at the end do not count.
  package var posixBasename: ByteString {
    let slash = UInt8(ascii: "/")
    var end = bytes.endIndex
    while end > 1, terminated[end - 1] == slash { end -= 1 }
    if end == 1, terminated[0] == slash { return self.isEmpty ? self : "/" }
    return ByteString(bytes[..<end]).afterLastSlash
  }
}

extension ByteString: ExpressibleByStringLiteral {
  /// The bytes of a literal.
  @inline(__always)
  public init(stringLiteral literal: StaticString) {
    self.init(literal.utf8Start, literal.utf8CodeUnitCount)
  }

  /// Never inlined, and with no more arguments than it needs: hundreds of places call it.
  @inline(never)
  init(_ start: UnsafePointer<UInt8>, _ count: Int) {
    self.init(UnsafeBufferPointer(start: start, count: count))
  }
}

/// The bytes of a literal. By way of `String` they would bring its tables of indices into the binary.
package func literalBytes(_ text: StaticString) -> [UInt8] {
  text.withUTF8Buffer { Array($0) }
}
