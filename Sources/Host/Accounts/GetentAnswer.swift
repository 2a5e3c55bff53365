public import Bytes
public import NamespaceValues

/// What getent(1) printed. Complete lines only: a helper that was killed, or whose disk or pipe was
/// full, leaves half a number behind.
public struct GetentAnswer {
  private let bytes: [UInt8]

  /// - Throws: EBADMSG where the last line has no end.
  public init(_ bytes: [UInt8]) throws(Errno) {
    guard bytes.isEmpty || bytes.last == UInt8(ascii: "\n") else { throw .badMessage }
    self.bytes = bytes
  }

  /// Whether nothing was printed.
  public var isEmpty: Bool { bytes.isEmpty }

  /// The one entry of a `getent passwd KEY` that found something. Its name may be spelled otherwise
  /// than the key: some services know accounts under several names.
  /// - Throws: EBADMSG where it is not exactly one entry.
  public func entry(of database: AccountDatabase) throws(Errno) -> AccountEntry {
    guard bytes.firstIndex(of: UInt8(ascii: "\n")) == bytes.count - 1,
      let entry = AccountEntry(line: bytes.dropLast(), of: database)
    else { throw .badMessage }
    return entry
  }

  /// Calls a function with each entry of a `getent passwd KEY...`; a line that is none is passed over.
  public func forEachEntry(of database: AccountDatabase, _ body: (AccountEntry) -> Void) {
    bytes.forEachEntry(of: database, body)
  }

  /// The ids of a `getent initgroups NAME`: the name as it was asked for, which may hold blanks and
  /// digits (`bob 27`), then ids, blanks before each.
  /// - Throws: EBADMSG where it is not exactly that.
  public func groups(of name: ByteString) throws(Errno) -> [GroupID] {
    guard !bytes.isEmpty, bytes.starts(with: name.bytes) else { throw .badMessage }
    let rest = bytes.dropLast().dropFirst(name.count)
    let blank = UInt8(ascii: " ")
    guard rest.isEmpty || rest.first == blank else { throw .badMessage }
    var groups: [GroupID] = []
    for word in rest.split(separator: blank) {
      guard let number = accountNumber(word) else { throw .badMessage }
      groups.append(GroupID(number))
    }
    return groups
  }
}
