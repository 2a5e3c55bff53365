/// The three sets that capget(2) and capset(2) speak of.
public struct CapabilityState: Equatable, Sendable {
  /// What counts when the kernel decides.
  public var effective: CapabilitySet = []
  /// What may be made effective.
  public var permitted: CapabilitySet = []
  /// What a program whose file says so may get.
  public var inheritable: CapabilitySet = []

  /// No capability at all.
  public init() {}
}
