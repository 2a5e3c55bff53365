/// The three sets that capget(2) and capset(2) speak of.
public struct CapabilityState: Equatable, Sendable {
  public var effective: CapabilitySet = []
  public var permitted: CapabilitySet = []
  public var inheritable: CapabilitySet = []

  public init() {}
}
