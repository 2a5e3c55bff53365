public import Bytes
public import Kernel

/// One kernel-visible act of a launch.
public enum Step: Equatable, Sendable {
  // Before the namespaces change.
  case defaultChildSignal
  case startHelper(HelperJob)

  // Identity.
  case dropGroups
  case setGroup(GroupID)
  case setUser(UserID)
  case raiseAmbientCapabilities

  // Namespaces and what belongs to them.
  case unshare(NamespaceSet)
  /// Lets the helper of this kind do its work and waits for it.
  case releaseHelper(HelperKind)
  case setClockOffset(ClockOffset)
  case bindNamespaces([NamespaceBinding])
  case writeOwnMap(IDMapKind, IDMapping)
  case writeSetgroups(SetgroupsPolicy)
  /// `--setgroups allow` beside a group map for oneself: the kernel wants it denied. It is found
  /// out this late because the original does; what ran before has its effect.
  case refuseAllowedSetgroups
  case setHostName(ByteString)
  case setDomainName(ByteString)
  case bringLoopbackUp

  // File systems.
  case setRootPropagation(MountPropagation)
  case changeRoot(ByteString)
  case changeDirectory(ByteString)
  /// Makes a mount private before something is mounted on it.
  case makePrivate(ByteString)
  case mountProc(ByteString)
  case mountBinfmt(ByteString)
  case registerInterpreter(directory: ByteString, definition: ByteString)

  // Processes.
  case dieWithParent(SignalNumber)
}

/// Which of the two helpers.
public enum HelperKind: Equatable, Sendable {
  case binder
  case mapWriter
}

extension HelperJob {
  /// Which helper does this.
  public var kind: HelperKind {
    switch self {
    case .bindNamespaces: .binder
    case .writeMaps: .mapWriter
    }
  }
}
