public import Bytes

/// Who answers for a database, after nsswitch.conf(5).
///
/// Only what is understood exactly is done without getent(1). Everything else is left to it, and so to the
/// machine's own libc: other services, actions, lines with a fault.
public enum NameServices: Equatable, Sendable {
  /// The file alone.
  case files
  /// The file; getent(1) where it has no such entry.
  case filesFirst
  /// getent(1) alone, which reads the file where it is a service at all.
  case others

  /// What a configuration says. As in glibc the last line of a database counts, and without one it is
  /// the file's.
  /// - Returns: nil where no line is about the database.
  public init?(_ database: ByteString, in configuration: [UInt8]) {
    var found: NameServices?
    configuration.forEachLine { line in
      if let services = Self.services(of: database, line) { found = services }
      return false
    }
    guard let found else { return nil }
    // Here versions of libc differ.
    self = configuration.last == UInt8(ascii: "\n") && !configuration.contains(0) ? found : .others
  }

  /// `database: service [action] ...`
  private static func services(
    of database: ByteString, _ line: ArraySlice<UInt8>
  ) -> NameServices? {
    let line = withoutLeadingSpace(line)
    let name = line.prefix { !isWhiteSpace($0) && $0 != UInt8(ascii: ":") }
    guard name == database.bytes else { return nil }
    let rest = withoutLeadingSpace(line[name.endIndex...])
    guard rest.first == UInt8(ascii: ":") else { return .others }
    let words = rest.dropFirst().split { isWhiteSpace($0) }
    guard let first = words.first, isWord(first, "files") else { return .others }
    for word in words.dropFirst() where !isHarmless(word) { return .others }
    return words.count == 1 ? .files : .filesFirst
  }

  /// Whether an entry that the file has is the answer in spite of this word: a further service, or one
  /// of the two usual actions.
  private static func isHarmless(_ word: ArraySlice<UInt8>) -> Bool {
    if isWord(word, "[SUCCESS=merge]") || isWord(word, "[NOTFOUND=return]") { return true }
    return word.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || decimalValue($0) != nil
        || $0 == UInt8(ascii: "_")
    }
  }

  private static func isWord(_ word: ArraySlice<UInt8>, _ wanted: StaticString) -> Bool {
    ByteString(word) == wanted
  }
}
