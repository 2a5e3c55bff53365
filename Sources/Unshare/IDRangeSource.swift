public import Bytes
public import Host
public import NamespaceValues

/// The values of `--map-users` and `--map-groups`: words that stand for ranges of the host, or a
/// range in numbers.
public enum IDRangeSource: Equatable, Sendable {
  /// The caller's subordinate ids, from 0 on inside.
  case auto
  /// The caller's subordinate ids, the same inside.
  case subids
  /// Every id the caller's own user namespace knows, the same inside.
  case all
  case range(IDRange)

  /// Reads a value. `inner:outer:count`, or `outer,inner,count` as util-linux 2.38 had it.
  public init(_ text: ByteString) throws(UnshareError) {
    if text == "auto" {
      self = .auto
    } else if text == "subids" {
      self = .subids
    } else if text == "all" {
      self = .all
    } else if let fields = threeNumbers(text, separator: UInt8(ascii: ":")) {
      self = .range(try checkedRange(inner: fields.0, outer: fields.1, count: fields.2, text))
    } else if let fields = threeNumbers(text, separator: UInt8(ascii: ",")) {
      self = .range(try checkedRange(inner: fields.1, outer: fields.0, count: fields.2, text))
    } else {
      throw .mapping(text, .invalid)
    }
  }

  /// The ranges that the value stands for, looked up on the host now.
  public func ranges(
    _ kind: IDMapKind, on host: some HostFacts
  ) throws(UnshareError) -> [IDRange] {
    switch self {
    case .range(let range): return [range]
    case .auto: return [try subordinateRange(kind, on: host)]
    case .subids:
      var range = try subordinateRange(kind, on: host)
      range.inner = range.outer
      return [range]
    case .all:
      let content = try read("/proc/self/\(kind.fileName)", on: host)
      return IDMapping.parse(map: content[...]).map {
        IDRange(inner: $0.inner, outer: $0.inner, count: $0.count)
      }
    }
  }
}

/// Three numbers and nothing else; nil when the text has another form.
private func threeNumbers(
  _ text: ByteString, separator: UInt8
) -> (DecimalNumber, DecimalNumber, DecimalNumber)? {
  var cursor = ByteCursor(text)
  guard let first = cursor.number(), cursor.skip(separator),
    let second = cursor.number(), cursor.skip(separator),
    let third = cursor.number(), cursor.isAtEnd
  else { return nil }
  return (first, second, third)
}

/// A range that stays within the 32 bits of an id. One that does not would continue at 0, and
/// real root would be in the map (docs/deviations.md D-07, D-14).
private func checkedRange(
  inner: DecimalNumber, outer: DecimalNumber, count: DecimalNumber, _ text: ByteString
) throws(UnshareError) -> IDRange {
  for number in [inner, outer, count] {
    if number.isNegative && number.magnitude != 0 { throw .mapping(text, .invalid) }
    if number.magnitude > UInt64(UInt32.max) { throw .mapping(text, .outOfRange) }
  }
  let end = max(inner.magnitude, outer.magnitude) + count.magnitude
  if end > UInt64(UInt32.max) { throw .mapping(text, .invalid) }
  return IDRange(
    inner: UInt32(inner.magnitude), outer: UInt32(outer.magnitude),
    count: UInt32(count.magnitude))
}

/// The range of the caller in /etc/subuid or /etc/subgid; both are searched for the user.
private func subordinateRange(
  _ kind: IDMapKind, on host: some HostFacts
) throws(UnshareError) -> IDRange {
  let user = host.effectiveUser
  guard let login = host.loginName(of: user) else { throw .unknownCaller(user) }
  let file = kind.subordinateFile
  let content = try read(file, on: host)
  return try SubordinateIDs.range(in: content, login: login, user: user, file: file)
}

private func read(
  _ path: ByteString, on host: some HostFacts
) throws(UnshareError) -> [UInt8] {
  do throws(Errno) { return try host.content(of: path) } catch { throw .open(path, error) }
}
