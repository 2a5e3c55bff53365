/// The sets of capabilities that a process has.
public enum CapabilityKind: CaseIterable, Hashable, Sendable {
  case inheritable, permitted, effective, bounding, ambient

  /// Its name in messages.
  public var name: StaticString {
    switch self {
    case .inheritable: "inheritable"
    case .permitted: "permitted"
    case .effective: "effective"
    case .bounding: "bounding"
    case .ambient: "ambient"
    }
  }
}
