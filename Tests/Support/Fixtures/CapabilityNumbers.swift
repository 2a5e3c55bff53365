public import Capabilities

/// The set of the capabilities with these numbers.
public func set(_ numbers: UInt64...) -> CapabilitySet {
  CapabilitySet(numbers.compactMap { Capability($0) }.map { CapabilitySet($0) })
}

/// What the kernel of these tests has.
public let known = CapabilitySet(first: 41)
