import Bytes

/// The versions we speak of.
enum Version {
  /// The release that the personalities are drop-ins for; scripts cut it out of `--version`.
  static var utilLinux: StaticString { "2.42.4" }
  /// Our own.
  static var unyoke: StaticString { "0.1.0" }

  /// The line of `unyoke --version`.
  static var ownLine: [UInt8] {
    let line: ByteString = "unyoke \(unyoke), stands in for util-linux \(utilLinux)\n"
    return Array(line.bytes)
  }

  /// The line of `NAME --version`.
  static func compatibilityLine(program: ByteString) -> [UInt8] {
    let line: ByteString = "\(program) from util-linux \(utilLinux)\n"
    return Array(line.bytes)
  }
}
