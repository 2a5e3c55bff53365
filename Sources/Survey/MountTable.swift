public import Bytes

/// A mount of a namespace file.
public struct NamespaceMount: Equatable, Sendable {
  /// What is mounted, `net:[4026532180]`.
  public let root: ByteString
  /// The number in it.
  public let number: UInt64
  /// Where it is mounted, in the view of the process whose table it is.
  public let mountPoint: ByteString
}

/// A mount of any file system, as a line of /proc/PID/mountinfo tells of it.
public struct MountEntry: Equatable, Sendable {
  /// Its number, as STATX_MNT_ID of statx(2) has it.
  public let number: UInt64
  /// Which part of the file system is mounted.
  public let root: ByteString
  /// Where it is mounted, in the view of the process whose table it is.
  public let mountPoint: ByteString
  /// The number of the file system, as st_dev of stat(2) has it.
  public let device: UInt64
  /// The type of the file system.
  public let fileSystem: ByteString
  /// Whether mounts below it spread to its peers, mount_namespaces(7).
  public let isShared: Bool
  private let options: ByteString
  private let fileSystemOptions: ByteString

  init(_ fields: MountTable.Fields, number: UInt64, device: UInt64) {
    self.number = number
    self.device = device
    root = MountTable.unescaped(fields.root)
    mountPoint = MountTable.unescaped(fields.mountPoint)
    fileSystem = ByteString(fields.fileSystem)
    options = ByteString(fields.options)
    fileSystemOptions = ByteString(fields.fileSystemOptions)
    isShared = fields.optional.contains { ByteString($0).hasPrefix("shared:") }
  }

  /// Whether the mount itself has an option, such as `nosuid`.
  public func has(_ option: StaticString) -> Bool {
    options.bytes.split(separator: UInt8(ascii: ",")).contains { ByteString($0) == option }
  }

  /// Whether the file system has an option, wherever it is mounted, such as `hidepid=2`.
  public func fileSystemHas(_ option: StaticString) -> Bool {
    fileSystemOptions.bytes.split(separator: UInt8(ascii: ",")).contains {
      ByteString($0) == option
    }
  }

  /// Whether a path is this mount point or lies below it by its name.
  public func isAbove(_ path: ByteString) -> Bool {
    if mountPoint == "/" { return path.byte(at: 0) == UInt8(ascii: "/") }
    guard path.bytes.starts(with: mountPoint.bytes) else { return false }
    return path.count == mountPoint.count || path.byte(at: mountPoint.count) == UInt8(ascii: "/")
  }
}

extension [MountEntry] {
  /// The mount that a path without links lies on. Of several on one place the last one is seen.
  public func holding(_ path: ByteString) -> MountEntry? {
    var found: MountEntry?
    for entry in self where entry.isAbove(path) {
      if entry.mountPoint.count >= found?.mountPoint.count ?? 0 { found = entry }
    }
    return found
  }
}

/// The lines of /proc/PID/mountinfo, proc(5).
public enum MountTable {
  /// All mounts that a table tells of; malformed lines are passed over.
  public static func entries(of table: [UInt8]) -> [MountEntry] {
    table.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard let fields = Fields(line), let device = device(fields.device),
        let number = number(fields.number)
      else { return nil }
      return MountEntry(fields, number: number, device: device)
    }
  }

  /// The mount of a namespace file that a line tells of; nil for any other, and a malformed line.
  public static func namespaceMount(in line: ArraySlice<UInt8>) -> NamespaceMount? {
    // Most lines are of other file systems; they are not taken apart.
    guard line.contains(UInt8(ascii: "[")), let fields = Fields(line), fields.isNamespace else {
      return nil
    }
    let root = unescaped(fields.root)
    guard let number = bracketedNumber(root.bytes) else { return nil }
    return NamespaceMount(root: root, number: number, mountPoint: unescaped(fields.mountPoint))
  }

  /// `36 35 98:0 /root /mount-point options [fields...] - type source options`.
  struct Fields {
    let number: ArraySlice<UInt8>
    let device: ArraySlice<UInt8>
    let root: ArraySlice<UInt8>
    let mountPoint: ArraySlice<UInt8>
    let options: ArraySlice<UInt8>
    let optional: ArraySlice<ArraySlice<UInt8>>
    let fileSystem: ArraySlice<UInt8>
    let fileSystemOptions: ArraySlice<UInt8>

    init?(_ line: ArraySlice<UInt8>) {
      guard line.first != UInt8(ascii: "#") else { return nil }
      let fields = line.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      guard fields.count >= 10, isNumber(fields[0]), isNumber(fields[1]), isDevice(fields[2]),
        let dash = fields[6...].firstIndex(where: { $0.elementsEqual([UInt8(ascii: "-")]) }),
        fields.count > dash + 3
      else { return nil }
      number = fields[0]
      (device, root, mountPoint, options) = (fields[2], fields[3], fields[4], fields[5])
      (optional, fileSystem) = (fields[6..<dash], fields[dash + 1])
      fileSystemOptions = fields[dash + 3]
    }

    var isNamespace: Bool { ByteString(fileSystem).lowercased == "nsfs" }
  }

  private static func isNumber(_ field: ArraySlice<UInt8>) -> Bool {
    var cursor = ByteCursor(field)
    return cursor.number() != nil && cursor.isAtEnd
  }

  private static func number(_ field: ArraySlice<UInt8>) -> UInt64? {
    var cursor = ByteCursor(field)
    return cursor.number()?.magnitude
  }

  private static func isDevice(_ field: ArraySlice<UInt8>) -> Bool {
    var cursor = ByteCursor(field)
    return cursor.number() != nil && cursor.skip(UInt8(ascii: ":")) && cursor.number() != nil
      && cursor.isAtEnd
  }

  /// makedev(3) of what stands there.
  private static func device(_ field: ArraySlice<UInt8>) -> UInt64? {
    var cursor = ByteCursor(field)
    guard let major = cursor.number()?.unsigned32, cursor.skip(UInt8(ascii: ":")),
      let minor = cursor.number()?.unsigned32
    else { return nil }
    let (high, low) = (UInt64(major), UInt64(minor))
    return (high & 0xffff_f000) << 32 | (high & 0xfff) << 8 | (low & 0xffff_ff00) << 12 | low & 0xff
  }

  /// Three octal digits after a backslash stand for one byte.
  static func unescaped(_ field: ArraySlice<UInt8>) -> ByteString {
    var bytes: [UInt8] = []
    var rest = field
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == UInt8(ascii: "\\"), digits.count == 3,
        digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) })
      {
        bytes.append(digits.reduce(0) { $0 &* 8 &+ ($1 &- UInt8(ascii: "0")) })
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return ByteString(bytes)
  }
}

/// The number in `KIND:[NUMBER]`: what stands in the first brackets.
public func bracketedNumber(_ text: some Sequence<UInt8>) -> UInt64? {
  var isInside = false
  var number: UInt64?
  for byte in text {
    guard isInside else {
      isInside = byte == UInt8(ascii: "[")
      continue
    }
    guard let digit = decimalValue(byte) else { return byte == UInt8(ascii: "]") ? number : nil }
    let (ten, isTooLarge) = (number ?? 0).multipliedReportingOverflow(by: 10)
    let (sum, isCarried) = ten.addingReportingOverflow(UInt64(digit))
    if isTooLarge || isCarried { return nil }
    number = sum
  }
  return nil
}
