public import Bytes
public import NamespaceValues

/// The two databases of accounts.
public enum AccountDatabase: Sendable {
  /// passwd(5)
  case users
  /// group(5)
  case groups

  /// What nsswitch.conf(5) and getent(1) call it.
  var name: ByteString { self == .users ? "passwd" : "group" }

  /// The file of the service `files`.
  var path: ByteString { self == .users ? "/etc/passwd" : "/etc/group" }

  /// How many fields a line has: as in glibc, those after the last number may be missing.
  fileprivate var fieldCounts: ClosedRange<Int> { self == .users ? 4...7 : 3...4 }
}

/// What one line of an account database says. A line is taken whole and exactly, or there is no
/// entry: nothing in it is ever guessed, and no number defaults to 0, which would be root.
public struct AccountEntry {
  /// Never empty, never beginning with `+` or `-`.
  public let name: ArraySlice<UInt8>
  /// The user's or group's id, below 4294967295.
  public let id: UInt32
  /// A user's own group; a group's id once more.
  public let group: GroupID
  /// A user's home directory; nothing where the line has none.
  let home: ArraySlice<UInt8>
  /// The last field where all are there: a user's login shell, a group's members, comma-separated.
  let last: ArraySlice<UInt8>

  /// Reads a line without its newline; nil where it is no entry.
  public init?(line: ArraySlice<UInt8>, of database: AccountDatabase) {
    let line = withoutLeadingSpace(line)
    guard line.first != UInt8(ascii: "#"), !line.contains(0) else { return nil }
    let fields = line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard database.fieldCounts.contains(fields.count), isAccountName(fields[0]),
      let id = accountNumber(fields[2]),
      let group = database == .users ? accountNumber(fields[3]) : id
    else { return nil }
    name = fields[0]
    self.id = id
    self.group = GroupID(group)
    home = database == .users && fields.count > 5 ? fields[5] : []
    last = fields.count == database.fieldCounts.upperBound ? fields[fields.count - 1] : []
  }

  /// A user's login shell; nil where the line names none.
  public var shell: ByteString? { last.isEmpty ? nil : ByteString(last) }

  /// Whether a user is one of a group's members. White space before a member does not count, as in
  /// glibc.
  public func hasMember(_ user: ArraySlice<UInt8>) -> Bool {
    if user.isEmpty { return false }
    return last.split(separator: UInt8(ascii: ",")).contains { withoutLeadingSpace($0) == user }
  }
}

/// Whether an account can have this name. `+` and `-` begin the lines of NIS.
public func isAccountName(_ name: ArraySlice<UInt8>) -> Bool {
  guard let first = name.first else { return false }
  return first != UInt8(ascii: "+") && first != UInt8(ascii: "-")
    && !name.contains { $0 == 0 || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "\n") }
}

/// Digits only, and no number that means "none" or is above 32 bits.
func accountNumber(_ text: ArraySlice<UInt8>) -> UInt32? {
  var number: UInt64 = 0
  for byte in text {
    guard let digit = decimalValue(byte) else { return nil }
    number = number * 10 + UInt64(digit)
    if number >= UInt64(UInt32.max) { return nil }
  }
  return text.isEmpty ? nil : UInt32(truncatingIfNeeded: number)
}

func withoutLeadingSpace(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  text.drop { isWhiteSpace($0) }
}

extension [UInt8] {
  /// Calls a function with each line, without its newline, until it says that it is enough. The last
  /// line need not have a newline.
  func forEachLine(_ isEnough: (ArraySlice<UInt8>) -> Bool) {
    var rest = self[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      if isEnough(rest[..<end]) { return }
      rest = rest[end...].dropFirst()
    }
  }

  /// The first entry for which something holds.
  public func firstEntry(
    of database: AccountDatabase, where isWanted: (AccountEntry) -> Bool
  ) -> AccountEntry? {
    var found: AccountEntry?
    forEachLine { line in
      guard let entry = AccountEntry(line: line, of: database), isWanted(entry) else {
        return false
      }
      found = entry
      return true
    }
    return found
  }

  /// Calls a function with each entry.
  public func forEachEntry(of database: AccountDatabase, _ body: (AccountEntry) -> Void) {
    _ = firstEntry(of: database) { entry in
      body(entry)
      return false
    }
  }
}
