/// The inheritable, ambient and bounding sets in one text, cap_iab(3).
public struct CapabilityInheritance: Equatable, Sendable {
  public var inheritable: CapabilitySet = []
  public var ambient: CapabilitySet = []
  /// What is taken out of the bounding set.
  public var blocked: CapabilitySet = []

  public init() {}
}
