import Bytes
public import Capabilities

/// What /proc/PID/status says of a process's rights, proc_pid_status(5). Ids are those that the
/// user namespace of the reader shows.
public struct ProcessStatus: Equatable, Sendable {
  /// Real, effective, saved and file system id.
  public var users: [UInt32] = []
  /// Real, effective, saved and file system id.
  public var groups: [UInt32] = []
  /// The supplementary groups, in the order of the kernel.
  public var supplementaryGroups: [UInt32] = []
  /// The five sets of capabilities.
  public var sets = CapabilitySets()
  /// PR_SET_NO_NEW_PRIVS of prctl(2). Nil where the kernel does not say.
  public var forbidsNewPrivileges: Bool?
  /// Nil where the kernel does not say, or has no seccomp(2).
  public var seccomp: SeccompMode?
  /// The process that it is a thread of. Nil where the kernel does not say.
  public var threadGroup: UInt32?
  /// Its number in the PID namespace that /proc shows, and in each one below that it is in.
  public var processNumbers: [UInt32] = []
  /// Whether it has ended and nobody has asked for its status yet.
  public var isZombie = false

  /// The filter of system calls, seccomp(2).
  public enum SeccompMode: Equatable, Sendable {
    case none, strict, filter

    /// The word for it.
    public var name: StaticString {
      switch self {
      case .none: "none"
      case .strict: "strict"
      case .filter: "filter"
      }
    }
  }

  /// Reads the file.
  /// - Parameter content: the file; lines that are not known are passed over.
  public init(_ content: [UInt8]) {
    for line in content.split(separator: UInt8(ascii: "\n")) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      read(ByteString(line[..<colon]), line[(colon + 1)...])
    }
  }

  private mutating func read(_ key: ByteString, _ value: ArraySlice<UInt8>) {
    if key == "State" { isZombie = value.contains(UInt8(ascii: "Z")) }
    if key == "Tgid" { threadGroup = numbers(value).first }
    if key == "NSpid" { processNumbers = numbers(value) }
    if key == "Uid" { users = numbers(value) }
    if key == "Gid" { groups = numbers(value) }
    if key == "Groups" { supplementaryGroups = numbers(value) }
    if key == "CapInh" { sets.inheritable = capabilities(value) }
    if key == "CapPrm" { sets.permitted = capabilities(value) }
    if key == "CapEff" { sets.effective = capabilities(value) }
    if key == "CapBnd" { sets.bounding = capabilities(value) }
    if key == "CapAmb" { sets.ambient = capabilities(value) }
    if key == "NoNewPrivs" { forbidsNewPrivileges = numbers(value).first.map { $0 != 0 } }
    if key == "Seccomp" {
      switch numbers(value).first {
      case 0: seccomp = SeccompMode.none
      case 1: seccomp = .strict
      case 2: seccomp = .filter
      default: seccomp = nil
      }
    }
  }
}

/// Up to the first that is no number of 32 bits.
private func numbers(_ text: ArraySlice<UInt8>) -> [UInt32] {
  var cursor = ByteCursor(text)
  var numbers: [UInt32] = []
  while let number = cursor.number()?.unsigned32 { numbers.append(number) }
  return numbers
}

/// Hexadecimal digits.
private func capabilities(_ text: ArraySlice<UInt8>) -> CapabilitySet {
  var bits: UInt64 = 0
  for byte in text {
    if let digit = decimalValue(byte) {
      bits = bits << 4 | UInt64(digit)
    } else if (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte) {
      bits = bits << 4 | UInt64(byte - UInt8(ascii: "a") + 10)
    }
  }
  return CapabilitySet(rawValue: bits)
}
