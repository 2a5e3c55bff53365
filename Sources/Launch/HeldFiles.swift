public import Kernel
public import Namespaces

/// What a descriptor that was opened before a launch is for.
public enum HeldFile: Hashable, Sendable {
  /// A namespace to enter.
  case namespace(NamespaceKind)
  /// The process whose namespaces are entered, a pidfd.
  case target
  /// That process's directory below /proc. It belongs to the process as long as it is open,
  /// whoever gets the process id later.
  case targetDirectory
  /// The directory that becomes the root.
  case root
  case workingDirectory
  /// The `cgroup.procs` of the control group to join.
  case cgroupProcesses

  fileprivate var index: Int {
    switch self {
    case .target: 0
    case .targetDirectory: 1
    case .root: 2
    case .workingDirectory: 3
    case .cgroupProcesses: 4
    case .namespace(let kind): 5 + (NamespaceKind.allCases.firstIndex(of: kind) ?? 0)
    }
  }

  fileprivate static var count: Int { 5 + NamespaceKind.allCases.count }
}

/// The descriptors that were opened before a launch, at most one for each purpose. Plans name
/// them by purpose. All are closed when their owner goes away.
public struct HeldFiles: ~Copyable {
  private var descriptors = [Int32](repeating: -1, count: HeldFile.count)

  public init() {}

  deinit {
    for descriptor in descriptors where descriptor >= 0 { _ = OwnedDescriptor(raw: descriptor) }
  }

  /// Closes all that is held.
  public mutating func closeAll() {
    for index in descriptors.indices where descriptors[index] >= 0 {
      _ = OwnedDescriptor(raw: descriptors[index])
      descriptors[index] = -1
    }
  }

  public func holds(_ file: HeldFile) -> Bool { descriptors[file.index] >= 0 }

  /// Keeps a descriptor; an earlier one for the same purpose is closed.
  public mutating func hold(_ descriptor: consuming OwnedDescriptor, as file: HeldFile) {
    close(file)
    descriptors[file.index] = descriptor.take()
  }

  /// Closes what is held for a purpose, if anything is.
  public mutating func close(_ file: HeldFile) {
    let descriptor = descriptors[file.index]
    guard descriptor >= 0 else { return }
    descriptors[file.index] = -1
    _ = OwnedDescriptor(raw: descriptor)
  }

  /// Lends a held descriptor.
  public func withDescriptor<Result: ~Copyable>(
    _ file: HeldFile, _ body: (borrowing OwnedDescriptor) throws(Errno) -> Result
  ) throws(Errno) -> Result {
    let raw = descriptors[file.index]
    if raw < 0 { throw .badDescriptor }
    let lent = OwnedDescriptor(raw: raw)
    do throws(Errno) {
      let result = try body(lent)
      _ = lent.take()
      return result
    } catch {
      _ = lent.take()
      throw error
    }
  }
}
