/// All sets of a process.
public struct CapabilitySets: Equatable, Sendable {
  /// What counts when the kernel decides.
  public var effective: CapabilitySet
  /// What may be made effective.
  public var permitted: CapabilitySet
  /// What a program whose file says so may get.
  public var inheritable: CapabilitySet
  /// The limit of what a program can get from its file.
  public var bounding: CapabilitySet = []
  /// What a program keeps although its file says nothing.
  public var ambient: CapabilitySet = []

  /// The three sets of capget(2), with the other two empty.
  public init(_ state: CapabilityState = CapabilityState()) {
    effective = state.effective
    permitted = state.permitted
    inheritable = state.inheritable
  }

  /// The set of a kind.
  public subscript(_ kind: CapabilityKind) -> CapabilitySet {
    switch kind {
    case .inheritable: inheritable
    case .permitted: permitted
    case .effective: effective
    case .bounding: bounding
    case .ambient: ambient
    }
  }
}
