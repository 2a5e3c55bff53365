public import Bytes
public import NamespaceValues

/// The file formats of subuid(5) and subgid(5), as the original reads them.
public enum SubordinateIDs {
  /// The first range of a user.
  ///
  /// A line belongs to the user when its first field is the login name or the uid. Only where no
  /// line does, the original's loose test is used too: leading digits that give the uid, where no
  /// digits count as 0 (docs/deviations.md D-04).
  public static func range(
    in content: [UInt8], login: ByteString, user: UserID, file: ByteString
  ) throws(UnshareError) -> IDRange {
    let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
    for matches in [isNamed, isLooselyNamed] {
      for line in lines {
        guard let fields = Fields(line), matches(fields.key, login, user) else { continue }
        let start = try number(fields.start)
        let count = try number(fields.count)
        // An id above the last one would wrap around to 0: real root would be in the map.
        if UInt64(start) + UInt64(count) > UInt64(UInt32.max) {
          throw .subordinateNumber(fields.count, .outOfRange)
        }
        return IDRange(inner: nil, outer: start, count: count)
      }
    }
    throw .noSubordinateLine(login: login, file: file)
  }

  /// All ranges of a user, in the order of the file; lines that hold none are passed over.
  /// - Parameter login: the user's name; nil where it is not known.
  public static func ranges(in content: [UInt8], login: ByteString?, user: UserID) -> [IDRange] {
    var ranges: [IDRange] = []
    for line in content.split(separator: UInt8(ascii: "\n")) {
      guard let fields = Fields(line), isNamed(fields.key, login: login ?? ":", user: user),
        let start = try? number(fields.start), let count = try? number(fields.count)
      else { continue }
      ranges.append(IDRange(inner: nil, outer: start, count: count))
    }
    return ranges
  }

  /// The first id behind all ranges, whosever they are.
  public static func end(of content: [UInt8]) -> UInt64 {
    var end: UInt64 = 0
    for line in content.split(separator: UInt8(ascii: "\n")) {
      guard let fields = Fields(line), let start = try? number(fields.start),
        let count = try? number(fields.count)
      else { continue }
      end = max(end, UInt64(start) + UInt64(count))
    }
    return end
  }

  /// What is wrong in a file, and where, counted from 1.
  public struct Place: Equatable, Sendable {
    /// The number of the line.
    public let line: Int
    /// The first byte of the number that is none, or too large.
    public let byte: Int
    /// The number itself.
    public let text: ByteString
  }

  /// Where `range` fails; nil where the first line of the user holds a range, or there is none.
  /// - Parameter login: the user's name; nil where it is not known.
  public static func firstFault(in content: [UInt8], login: ByteString?, user: UserID) -> Place? {
    var count = 0
    for line in content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      count += 1
      guard let fields = Fields(line), isNamed(fields.key, login: login ?? ":", user: user) else {
        continue
      }
      do throws(UnshareError) {
        _ = try range(in: Array(line), login: login ?? ":", user: user, file: "")
        return nil
      } catch {
        guard case .subordinateNumber(let text, _) = error else { return nil }
        let isStart = (try? number(fields.start)) == nil
        let before = fields.key.count + 1 + (isStart ? 0 : fields.start.count + 1)
        return Place(line: count, byte: before + 1, text: text)
      }
    }
    return nil
  }

  /// The number of the first line, counted from 1, that begins with a user's name or number and yet is
  /// nobody's: without two colons, or with blanks around the name. For where there is no line of his.
  public static func misspelledLine(
    in content: [UInt8], login: ByteString, user: UserID
  ) -> Int? {
    var count = 0
    for line in content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      count += 1
      let key = line.drop { isWhiteSpace($0) }.prefix { byte in
        byte != UInt8(ascii: ":") && !isWhiteSpace(byte)
      }
      if isNamed(ByteString(key), login: login, user: user) { return count }
    }
    return nil
  }

  private struct Fields {
    let key: ByteString
    let start: ByteString
    let count: ByteString

    /// Nil for a line without two colons. What follows the second is the count, further
    /// colons included.
    init?(_ line: ArraySlice<UInt8>) {
      let parts = line.split(
        separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return nil }
      key = ByteString(parts[0])
      start = ByteString(parts[1])
      count = ByteString(parts[2])
    }
  }

  private static func number(_ text: ByteString) throws(UnshareError) -> UInt32 {
    do throws(NumberFault) { return try NumberGrammar.strictID(text) } catch {
      throw .subordinateNumber(text, error)
    }
  }

  private static func isNamed(_ key: ByteString, login: ByteString, user: UserID) -> Bool {
    if key == login { return true }
    guard !key.isEmpty, key.bytes.allSatisfy({ decimalValue($0) != nil }) else { return false }
    return (try? NumberGrammar.strictUnsigned(key)) == UInt64(user.number)
  }

  private static func isLooselyNamed(
    _ key: ByteString, login: ByteString, user: UserID
  ) -> Bool {
    var cursor = ByteCursor(key)
    guard let number = cursor.number() else { return user.number == 0 }
    let value = number.isNegative ? 0 &- number.magnitude : number.magnitude
    return value == UInt64(user.number)
  }
}
