/// The inheritable, ambient and bounding sets in one text, cap_iab(3).
public struct CapabilityInheritance: Equatable, Sendable {
  /// What is in the inheritable set.
  public var inheritable: CapabilitySet = []
  /// What is in the ambient set.
  public var ambient: CapabilitySet = []
  /// What is taken out of the bounding set.
  public var blocked: CapabilitySet = []

  /// Nothing is inherited, nothing blocked.
  public init() {}
}
