public import Bytes

/// What the first bytes of a file say of how it is started, execve(2) and elf(5). The file may be
/// anybody's: what does not fit is not known.
public enum ProgramFile: Equatable {
  /// `#!`, and the interpreter's path.
  case script(interpreter: ByteString)
  /// ELF for this kind of machine, and the loader that it names, if any.
  case native(loader: ByteString?)
  /// ELF for another kind of machine: its number there.
  case foreign(UInt16)
  /// Anything else: for the shell.
  case other

  /// Reads it.
  /// - Parameter start: the first page of the file.
  public init(_ start: [UInt8]) {
    if start.starts(with: [UInt8(ascii: "#"), UInt8(ascii: "!")]) {
      self = .script(interpreter: Self.interpreter(start[2...]))
    } else if start.starts(with: [0x7f, UInt8(ascii: "E"), UInt8(ascii: "L"), UInt8(ascii: "F")]) {
      self = Self.executable(start)
    } else {
      self = .other
    }
  }

  /// The first word of the first line.
  private static func interpreter(_ line: ArraySlice<UInt8>) -> ByteString {
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let rest = line.prefix { $0 != UInt8(ascii: "\n") }.drop(while: isBlank)
    return ByteString(rest.prefix { !isBlank($0) })
  }

  private static func executable(_ file: [UInt8]) -> ProgramFile {
    // e_ident: 32 or 64 bits, and the order of bytes.
    guard file.count > 5, file[4] == 1 || file[4] == 2, file[5] == 1 || file[5] == 2 else {
      return .other
    }
    let fields = ELFFields(file: file, isWide: file[4] == 2, isBigEndian: file[5] == 2)
    guard let machine = fields.number(at: 18, bytes: 2) else { return .other }
    guard isNative(UInt16(machine), fields) else { return .foreign(UInt16(machine)) }
    return .native(loader: fields.loader)
  }

  /// Whether the kernel of this machine starts it, as far as its kind decides.
  private static func isNative(_ machine: UInt16, _ fields: ELFFields) -> Bool {
    #if arch(x86_64)
      return machine == 62 || machine == 3
    #elseif arch(arm64)
      return machine == 183 || machine == 40
    #else
      // Which one it is is not known here.
      return true
    #endif
  }

  /// What people call a kind of machine; nil for a rare one.
  public static func name(of machine: UInt16) -> StaticString? {
    switch machine {
    case 3: "i386"
    case 8: "mips"
    case 20: "ppc"
    case 21: "ppc64"
    case 22: "s390x"
    case 40: "arm"
    case 62: "x86_64"
    case 183: "aarch64"
    case 243: "riscv64"
    case 258: "loongarch64"
    default: nil
    }
  }
}

/// The fields of an ELF file, as far as they lie in its first page.
private struct ELFFields {
  let file: [UInt8]
  let isWide: Bool
  let isBigEndian: Bool

  /// A number of so many bytes; nil where they are not there.
  func number(at place: Int, bytes: Int) -> Int? {
    guard place >= 0, place <= file.count - bytes else { return nil }
    var value: UInt64 = 0
    for index in 0..<bytes {
      let byte = file[place + (isBigEndian ? index : bytes - 1 - index)]
      value = value << 8 | UInt64(byte)
    }
    return Int(exactly: value)
  }

  /// A number that is as wide as an address.
  private func address(at place: Int) -> Int? { number(at: place, bytes: isWide ? 8 : 4) }

  /// The text of PT_INTERP.
  var loader: ByteString? {
    guard let table = address(at: isWide ? 32 : 28),
      let size = number(at: isWide ? 54 : 42, bytes: 2),
      let count = number(at: isWide ? 56 : 44, bytes: 2), size > 0, table < file.count
    else { return nil }
    // As many as there is room for in a page.
    for index in 0..<min(count, 128) {
      let entry = table + index * size
      guard let type = number(at: entry, bytes: 4) else { return nil }
      guard type == 3 else { continue }
      guard let start = address(at: entry + (isWide ? 8 : 4)),
        let length = address(at: entry + (isWide ? 32 : 16)),
        start < file.count, length > 0, length <= file.count - start
      else { return nil }
      return ByteString(file[start..<(start + length)])
    }
    return nil
  }
}
