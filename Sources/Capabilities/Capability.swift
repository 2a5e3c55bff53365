/// One capability by its number, capabilities(7).
public struct Capability: Hashable, Sendable {
  /// The number: 8 is CAP_SETPCAP.
  public let number: UInt8

  /// - Parameter number: below 64, the width of the kernel's sets.
  public init?(_ number: UInt64) {
    guard number < 64 else { return nil }
    self.number = UInt8(number)
  }

  /// CAP_DAC_OVERRIDE.
  public static let dacOverride = Capability(unchecked: 1)
  /// CAP_SETGID.
  public static let setgid = Capability(unchecked: 6)
  /// CAP_SETUID.
  public static let setuid = Capability(unchecked: 7)
  /// CAP_SETPCAP.
  public static let setpcap = Capability(unchecked: 8)
  /// CAP_NET_ADMIN.
  public static let netAdmin = Capability(unchecked: 12)
  /// CAP_SYS_CHROOT.
  public static let sysChroot = Capability(unchecked: 18)
  /// CAP_SYS_PTRACE.
  public static let sysPtrace = Capability(unchecked: 19)
  /// CAP_SYS_ADMIN.
  public static let sysAdmin = Capability(unchecked: 21)
  /// CAP_SYS_RESOURCE.
  public static let sysResource = Capability(unchecked: 24)
  /// CAP_SYS_TIME.
  public static let sysTime = Capability(unchecked: 25)
  /// CAP_SETFCAP.
  public static let setfcap = Capability(unchecked: 31)

  init(unchecked number: UInt8) { self.number = number }
}
