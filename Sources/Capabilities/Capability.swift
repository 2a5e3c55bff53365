/// One capability by its number, capabilities(7).
public struct Capability: Hashable, Sendable {
  /// The number: 8 is CAP_SETPCAP.
  public let number: UInt8

  /// - Parameter number: below 64, the width of the kernel's sets.
  public init?(_ number: UInt64) {
    guard number < 64 else { return nil }
    self.number = UInt8(number)
  }

  /// CAP_SETPCAP.
  public static let setpcap = Capability(unchecked: 8)

  init(unchecked number: UInt8) { self.number = number }
}
