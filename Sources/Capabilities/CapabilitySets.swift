/// All sets of a process.
public struct CapabilitySets: Equatable, Sendable {
  public var effective: CapabilitySet
  public var permitted: CapabilitySet
  public var inheritable: CapabilitySet
  public var bounding: CapabilitySet = []
  public var ambient: CapabilitySet = []

  public init(_ state: CapabilityState = CapabilityState()) {
    effective = state.effective
    permitted = state.permitted
    inheritable = state.inheritable
  }

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
