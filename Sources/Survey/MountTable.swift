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

/// The lines of /proc/PID/mountinfo, proc(5).
public enum MountTable {
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
    let root: ArraySlice<UInt8>
    let mountPoint: ArraySlice<UInt8>
    let fileSystem: ArraySlice<UInt8>

    init?(_ line: ArraySlice<UInt8>) {
      guard line.first != UInt8(ascii: "#") else { return nil }
      let fields = line.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      guard fields.count >= 10, isNumber(fields[0]), isNumber(fields[1]), isDevice(fields[2]),
        let dash = fields[6...].firstIndex(where: { $0.elementsEqual([UInt8(ascii: "-")]) }),
        fields.count > dash + 3
      else { return nil }
      (root, mountPoint, fileSystem) = (fields[3], fields[4], fields[dash + 1])
    }

    var isNamespace: Bool { ByteString(fileSystem).lowercased == "nsfs" }
  }

  private static func isNumber(_ field: ArraySlice<UInt8>) -> Bool {
    var cursor = ByteCursor(field)
    return cursor.number() != nil && cursor.isAtEnd
  }

  private static func isDevice(_ field: ArraySlice<UInt8>) -> Bool {
    var cursor = ByteCursor(field)
    return cursor.number() != nil && cursor.skip(UInt8(ascii: ":")) && cursor.number() != nil
      && cursor.isAtEnd
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
func bracketedNumber(_ text: some Sequence<UInt8>) -> UInt64? {
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
