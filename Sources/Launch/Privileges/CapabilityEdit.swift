public import Capabilities

/// What becomes of one set of capabilities. Of several words about one capability the last counts.
public struct CapabilityEdit: Hashable, Sendable {
  /// Taken out of the set.
  public private(set) var dropped: CapabilitySet = []
  /// Added, and a failure where that is not possible.
  public private(set) var raised: CapabilitySet = []
  /// Added as far as the process has them: what "all" means.
  public private(set) var raisedIfPermitted: CapabilitySet = []

  /// Changes nothing.
  public init() {}

  /// Takes capabilities out.
  public mutating func drop(_ capabilities: CapabilitySet) {
    dropped.formUnion(capabilities)
    raised.subtract(capabilities)
    raisedIfPermitted.subtract(capabilities)
  }

  /// Adds capabilities, all of them or it is a failure.
  public mutating func raise(_ capabilities: CapabilitySet) {
    dropped.subtract(capabilities)
    raised.formUnion(capabilities)
    raisedIfPermitted.subtract(capabilities)
  }

  /// Adds those of the capabilities that the process has.
  public mutating func raiseIfPermitted(_ capabilities: CapabilitySet) {
    dropped.subtract(capabilities)
    raisedIfPermitted.formUnion(capabilities.subtracting(raised))
  }

  /// Whether nothing changes.
  public var isEmpty: Bool { dropped.isEmpty && !raises }

  /// Whether anything is added.
  public var raises: Bool { !raised.isEmpty || !raisedIfPermitted.isEmpty }

  /// Everything that is added if the process has all of it.
  public var raisedAtMost: CapabilitySet { raised.union(raisedIfPermitted) }

  /// The set that comes out.
  /// - Parameter permitted: what "all" is limited to.
  public func applied(to set: CapabilitySet, permitted: CapabilitySet) -> CapabilitySet {
    set.subtracting(dropped).union(raised).union(raisedIfPermitted.intersection(permitted))
  }
}

/// What becomes of the securebits.
public struct SecurebitEdit: Hashable, Sendable {
  /// The bits that are set.
  public private(set) var added: Securebits = []
  /// The bits that are cleared.
  public private(set) var removed: Securebits = []

  /// Changes nothing.
  public init() {}

  /// Sets bits.
  public mutating func add(_ bits: Securebits) {
    added.formUnion(bits)
    removed.subtract(bits)
  }

  /// Clears bits.
  public mutating func remove(_ bits: Securebits) {
    removed.formUnion(bits)
    added.subtract(bits)
  }

  /// Whether nothing changes.
  public var isEmpty: Bool { added.isEmpty && removed.isEmpty }

  /// The bits that come out.
  public func applied(to bits: Securebits) -> Securebits { bits.subtracting(removed).union(added) }
}
