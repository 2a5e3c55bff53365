/// A set of capabilities; bit N of the raw value is capability N, as in /proc/PID/status.
public struct CapabilitySet: OptionSet, Hashable, Sendable {
  /// Bit N is capability N.
  public let rawValue: UInt64
  /// The set that stands for these bits.
  public init(rawValue: UInt64) { self.rawValue = rawValue }
  /// Every number that a kernel's capability can have: what "all" means where it is dropped.
  public static let everything = CapabilitySet(rawValue: .max)

  /// One capability.
  public init(_ capability: Capability) { rawValue = 1 << UInt64(capability.number) }

  /// The capabilities with the lowest numbers, so many of them.
  public init(first count: Int32) {
    rawValue = count >= 64 ? .max : (1 << UInt64(max(count, 0))) &- 1
  }

  /// Whether a capability is in the set.
  public func contains(_ capability: Capability) -> Bool { contains(CapabilitySet(capability)) }

  /// How many there are.
  public var count: Int { rawValue.nonzeroBitCount }

  /// Its capabilities in the order of their numbers.
  public var capabilities: [Capability] {
    (0..<64).filter { rawValue & (1 << UInt64($0)) != 0 }.map { Capability(unchecked: $0) }
  }
}
