public import Bytes

/// How capabilities and user ids belong together, "The securebits flags" of capabilities(7).
public struct Securebits: OptionSet, Hashable, Sendable {
  /// The bits as prctl(2) has them.
  public let rawValue: UInt32
  /// The set that stands for these bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// SECBIT_NOROOT.
  public static let noRoot = Securebits(rawValue: 1 << 0)
  /// SECBIT_NO_SETUID_FIXUP.
  public static let noSetuidFixup = Securebits(rawValue: 1 << 2)
  /// SECBIT_KEEP_CAPS.
  public static let keepCapabilities = Securebits(rawValue: 1 << 4)

  /// All of them with their names; each lock follows what it locks.
  public static let named: [(name: StaticString, bit: Securebits)] = [
    ("noroot", Securebits(rawValue: 1 << 0)), ("noroot_locked", Securebits(rawValue: 1 << 1)),
    ("no_setuid_fixup", Securebits(rawValue: 1 << 2)),
    ("no_setuid_fixup_locked", Securebits(rawValue: 1 << 3)),
    ("keep_caps", Securebits(rawValue: 1 << 4)),
    ("keep_caps_locked", Securebits(rawValue: 1 << 5)),
    ("no_cap_ambient_raise", Securebits(rawValue: 1 << 6)),
    ("no_cap_ambient_raise_locked", Securebits(rawValue: 1 << 7)),
  ]

  /// The names of those that are set.
  public var names: [ByteString] {
    Self.named.filter { contains($0.bit) }.map { "\($0.name)" }
  }
}
