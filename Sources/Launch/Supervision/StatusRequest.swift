public import Bytes
public import NamespaceValues

/// What is told of a program to whoever started this process, and what the program waits for.
public struct StatusRequest: Equatable, Sendable {
  /// By purpose, -1 for none; empty where there is none at all.
  private var descriptors: [Int32] = []
  /// The file that gets the program's number.
  public var pidfile: ByteString?
  /// The kinds of namespaces that are made or entered, and told of.
  public var kinds = NamespaceSet()

  /// What a descriptor is for.
  public enum Purpose: Int, CaseIterable, Sendable {
    /// An object is written there for each thing that happens.
    case objects
    /// The first object is written there, by itself.
    case namespaces
    /// The program waits there for a byte.
    case block
    /// The last process of ours keeps it open.
    case sync
  }

  /// Nothing is told, and nothing waited for.
  public init() {}

  /// Whether nothing was asked for.
  public var isEmpty: Bool { descriptors.isEmpty && pidfile == nil }

  /// Uses a descriptor for a purpose; the last one counts.
  public mutating func use(_ number: Int32, for purpose: Purpose) {
    if descriptors.isEmpty { descriptors = [-1, -1, -1, -1] }
    descriptors[purpose.rawValue] = number
  }

  /// The descriptor for a purpose; -1 for none. No descriptor is for the program.
  public func descriptor(for purpose: Purpose) -> Int32 {
    descriptors.isEmpty ? -1 : descriptors[purpose.rawValue]
  }

  /// Two purposes of one descriptor, of which one is written for, or closed, what the other is read for. Both
  /// kinds of objects may go to one.
  public var conflict: (Purpose, Purpose)? {
    for first in Purpose.allCases where descriptor(for: first) >= 0 {
      for second in Purpose.allCases
      where second.rawValue > first.rawValue && second != .namespaces
        && descriptor(for: first) == descriptor(for: second)
      {
        return (first, second)
      }
    }
    return nil
  }

  /// The first purpose that a descriptor was given for.
  public var firstPurpose: Purpose? {
    Purpose.allCases.first { descriptor(for: $0) >= 0 }
  }

  /// Whether the program's process waits until it may go on, and its start is found out.
  var hasGate: Bool {
    descriptor(for: .objects) >= 0 || descriptor(for: .namespaces) >= 0
      || descriptor(for: .block) >= 0 || pidfile != nil
  }
}
