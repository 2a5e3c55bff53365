public import Bytes
import NamespaceValues

/// What is told of a program to whoever started this process, and what the program waits for.
///
/// Two words where it is copied.
public struct StatusRequest: Equatable, Sendable {
  /// By purpose, -1 for none; empty where there is none at all.
  private var descriptors: [Int32] = []
  /// The file that gets the program's number.
  public var pidfile: ByteString?

  /// What a descriptor is for.
  public enum Purpose: Int, Sendable {
    /// An object is written there for each thing that happens.
    case objects
    /// The first object is written there, by itself.
    case namespaces
    /// The program waits there for a byte.
    case block
    /// The last process of ours keeps it open.
    case sync
    /// None: the kinds of namespaces that are made or entered, as bits.
    case kinds
  }

  /// Nothing is told, and nothing waited for.
  public init() {}

  /// Whether nothing was asked for.
  public var isEmpty: Bool { descriptors.isEmpty && pidfile == nil }

  /// Uses a descriptor for a purpose; the last one counts.
  public mutating func use(_ number: Int32, for purpose: Purpose) {
    if descriptors.isEmpty { descriptors = [-1, -1, -1, -1, 0] }
    descriptors[purpose.rawValue] = number
  }

  /// The descriptor for a purpose; -1 for none. No descriptor is for the program.
  public func descriptor(for purpose: Purpose) -> Int32 {
    descriptors.isEmpty ? -1 : descriptors[purpose.rawValue]
  }

  /// The kinds of namespaces that are told of.
  var kinds: NamespaceSet { NamespaceSet(rawValue: max(descriptor(for: .kinds), 0)) }

  /// Two purposes of one descriptor, of which one is written for, or closed, what the other is read for. Both
  /// kinds of objects may go to one.
  public var conflict: (Purpose, Purpose)? {
    var first = Purpose.objects.rawValue
    while first < descriptors.count - 1 {
      var second = first + 1
      while second < descriptors.count - 1 {
        if descriptors[first] >= 0, descriptors[first] == descriptors[second],
          second != Purpose.namespaces.rawValue,
          let purpose = Purpose(rawValue: first), let other = Purpose(rawValue: second)
        {
          return (purpose, other)
        }
        second += 1
      }
      first += 1
    }
    return nil
  }

  /// The first purpose that a descriptor was given for.
  public var firstPurpose: Purpose? {
    descriptors.firstIndex { $0 >= 0 }.flatMap { Purpose(rawValue: $0) }
  }

  /// Whether the program's process waits until it may go on, and its start is found out.
  var hasGate: Bool {
    descriptor(for: .objects) >= 0 || descriptor(for: .namespaces) >= 0
      || descriptor(for: .block) >= 0 || pidfile != nil
  }
}
