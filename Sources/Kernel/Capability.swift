public import Bytes

/// One capability by its number, capabilities(7).
public struct Capability: Hashable, Sendable {
  public let number: UInt8

  /// - Parameter number: below 64, the width of the kernel's sets.
  public init?(_ number: UInt64) {
    guard number < 64 else { return nil }
    self.number = UInt8(number)
  }

  public static let setpcap = Capability(unchecked: 8)

  fileprivate init(unchecked number: UInt8) { self.number = number }
}

/// A set of capabilities; bit N of the raw value is capability N, as in /proc/PID/status.
public struct CapabilitySet: OptionSet, Hashable, Sendable {
  public let rawValue: UInt64
  public init(rawValue: UInt64) { self.rawValue = rawValue }
  /// Every number that a kernel's capability can have: what "all" means where it is dropped.
  public static let everything = CapabilitySet(rawValue: .max)

  public init(_ capability: Capability) { rawValue = 1 << UInt64(capability.number) }

  /// The capabilities with the lowest numbers, so many of them.
  public init(first count: Int32) {
    rawValue = count >= 64 ? .max : (1 << UInt64(max(count, 0))) &- 1
  }

  public func contains(_ capability: Capability) -> Bool { contains(CapabilitySet(capability)) }

  /// How many there are.
  public var count: Int { rawValue.nonzeroBitCount }

  /// Its capabilities in the order of their numbers.
  public var capabilities: [Capability] {
    (0..<64).filter { rawValue & (1 << UInt64($0)) != 0 }.map { Capability(unchecked: $0) }
  }
}

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

/// The three sets that capget(2) and capset(2) speak of.
public struct CapabilityState: Equatable, Sendable {
  public var effective: CapabilitySet = []
  public var permitted: CapabilitySet = []
  public var inheritable: CapabilitySet = []

  public init() {}
}

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

/// The inheritable, ambient and bounding sets in one text, cap_iab(3).
public struct CapabilityInheritance: Equatable, Sendable {
  public var inheritable: CapabilitySet = []
  public var ambient: CapabilitySet = []
  /// What is taken out of the bounding set.
  public var blocked: CapabilitySet = []

  public init() {}
}

/// How capabilities and user ids belong together, "The securebits flags" of capabilities(7).
public struct Securebits: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static let noRoot = Securebits(rawValue: 1 << 0)
  public static let noSetuidFixup = Securebits(rawValue: 1 << 2)
  public static let keepCapabilities = Securebits(rawValue: 1 << 4)

  /// All of them with their names; each lock follows what it locks.
  public static let named: [(name: StaticString, bit: Securebits)] = [
    ("noroot", Securebits(rawValue: 1 << 0)), ("noroot_locked", Securebits(rawValue: 1 << 1)),
    ("no_setuid_fixup", Securebits(rawValue: 1 << 2)),
    ("no_setuid_fixup_locked", Securebits(rawValue: 1 << 3)),
    ("keep_caps", Securebits(rawValue: 1 << 4)),
    ("keep_caps_locked", Securebits(rawValue: 1 << 5)),
    ("no_cap_ambient_raise", Securebits(rawValue: 1 << 6)),
    ("no_cap_ambient_raise_locked", Securebits(rawValue: 1 << 7)),
  ]

  /// The names of those that are set.
  public var names: [ByteString] {
    Self.named.filter { contains($0.bit) }.map { "\($0.name)" }
  }
}
