public import Kernel
public import NamespaceValues

/// What a file that was opened before a launch is for: so plans, which hold names only, speak of it.
public enum HeldFile: Hashable, Sendable {
  /// A namespace to enter.
  case namespace(NamespaceKind)
  /// The process whose namespaces are entered.
  case target
  /// That process's directory below /proc.
  case targetDirectory
  /// The directory that becomes the root.
  case root
  /// The directory that becomes the working directory.
  case workingDirectory
  /// The `cgroup.procs` of the control group to join.
  case cgroupProcesses
  /// This process's directory below the caller's /proc.
  case ownDirectory
}

/// What was opened before a launch, at most one file for each purpose. All are closed when their
/// owner goes away.
@frozen public struct HeldFiles: ~Copyable {
  /// The process whose namespaces are entered.
  public var target: ProcessHandle?
  /// That process's directory below /proc. It belongs to the process as long as it is open,
  /// whoever gets the process id later.
  public var targetDirectory: DirectoryHandle?
  /// The directory that becomes the root.
  public var root: DirectoryHandle?
  /// The directory that becomes the working directory.
  public var workingDirectory: DirectoryHandle?
  /// The `cgroup.procs` of the control group to join.
  public var cgroupProcesses: OpenFile?
  /// This process's own directory below the /proc that the caller sees.
  public var ownDirectory: DirectoryHandle?
  /// The caller's program, where it is not looked for among the files that are there in the end.
  public var program: OpenFile?
  /// The controlling terminal, where no standard stream leads to it and the program is supervised.
  var terminal: OpenFile?
  /// The namespaces to enter.
  public var namespaces: HeldNamespaces

  /// Nothing is held.
  @inline(never) public init() { namespaces = HeldNamespaces() }

  // Of its own, so that all is closed in one place of the binary.
  deinit {}

  /// Closes what is held for a purpose, if anything is: close(2).
  mutating func close(_ file: HeldFile) {
    switch file {
    case .target: target = nil
    case .targetDirectory: targetDirectory = nil
    case .root: root = nil
    case .workingDirectory: workingDirectory = nil
    case .cgroupProcesses: cgroupProcesses = nil
    case .ownDirectory: ownDirectory = nil
    case .namespace(let kind): namespaces.close(kind)
    }
  }
}

/// Open namespaces, at most one of each kind.
@frozen public struct HeldNamespaces: ~Copyable {
  private var namespaces: InlineArray<8, NamespaceHandle?>

  init() { namespaces = InlineArray { _ in nil } }

  deinit {}

  // Functions, for a subscript that lends what cannot be copied asks malloc(3) for its frame and does
  // not look at the answer.

  /// Whether there is one of a kind.
  public func holds(_ kind: NamespaceKind) -> Bool { namespaces[Self.place(of: kind)] != nil }

  /// Keeps a namespace in the place of one of its kind that was held before.
  public mutating func hold(_ namespace: consuming NamespaceHandle, as kind: NamespaceKind) {
    namespaces[Self.place(of: kind)] = consume namespace
  }

  /// Closes the one of a kind, if there is one: close(2).
  public mutating func close(_ kind: NamespaceKind) { namespaces[Self.place(of: kind)] = nil }

  /// Enters the one of a kind, setns(2).
  /// - Throws: EBADF where there is none.
  func enter(_ kind: NamespaceKind) throws(Errno) {
    try held(namespaces[Self.place(of: kind)]?.enter(as: kind))
  }

  /// Which file the one of a kind is, statx(2).
  /// - Throws: EBADF where there is none.
  func identity(of kind: NamespaceKind) throws(Errno) -> FileIdentity {
    try held(namespaces[Self.place(of: kind)]?.identity())
  }

  /// The user namespace above the one that is held, ioctl_nsfs(2) NS_GET_USERNS.
  /// - Throws: EBADF where none is held.
  public func ownerOfUserNamespace() throws(Errno) -> NamespaceHandle {
    try held(namespaces[Self.place(of: .user)]?.owner())
  }

  private static func place(of kind: NamespaceKind) -> Int {
    switch kind {
    case .user: 0
    case .cgroup: 1
    case .ipc: 2
    case .uts: 3
    case .network: 4
    case .pid: 5
    case .mount: 6
    case .time: 7
    }
  }
}

/// What came of an act on a held file. A plan that acts on one that is not held fails, with EBADF:
/// it must never be passed over.
public func held<Result: ~Copyable>(_ result: consuming Result?) throws(Errno) -> Result {
  guard let result else { throw .badDescriptor }
  return result
}
