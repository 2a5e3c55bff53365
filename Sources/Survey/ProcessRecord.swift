public import Bytes
public import NamespaceValues

/// What is known of a process.
public struct ProcessRecord: Equatable, Sendable {
  /// Its id, as /proc shows it.
  public internal(set) var process: ProcessID
  /// The process that it is a child of. Read only where it is asked for.
  public internal(set) var parent = ProcessID(0)
  /// The effective user, who owns the process's directory below /proc. Read only where it is
  /// asked for.
  public internal(set) var user = UserID.root
  #if !hasFeature(Embedded)
    /// What it runs. Read only where it is asked for.
    public internal(set) var command: ByteString = ""
  #endif
}

/// The beginning of /proc/PID/stat, proc(5).
public struct ProcessStat: Equatable, Sendable {
  /// The first field.
  public let process: ProcessID
  /// The fourth field.
  public let parent: ProcessID

  /// Reads the text; nil where it is malformed. The name in parentheses may hold anything, blanks
  /// and parentheses too.
  public init?(_ text: [UInt8]) {
    // The last byte is the newline; what follows a NUL is read as well.
    var text = text.dropLast()
    for index in text.indices where text[index] == 0 { text[index] = UInt8(ascii: " ") }
    guard let end = text.lastIndex(of: UInt8(ascii: ")")) else { return nil }
    var head = ByteCursor(text[..<end])
    guard let process = head.number(), head.skip(UInt8(ascii: " ")), head.skip(UInt8(ascii: "("))
    else { return nil }
    // The state, one letter, and the parent.
    let rest = text[(end + 1)...].drop { isWhiteSpace($0) }
    guard let state = rest.first, !isWhiteSpace(state) else { return nil }
    var tail = ByteCursor(rest.dropFirst())
    guard let parent = tail.number() else { return nil }
    self.process = ProcessID(Self.signed(process))
    self.parent = ProcessID(Self.signed(parent))
  }

  private static func signed(_ number: DecimalNumber) -> Int32 {
    let value = Int32(clamping: number.magnitude)
    return number.isNegative ? -value : value
  }
}
