public import Bytes
public import Capabilities
public import Kernel
public import NamespaceValues

/// What stopped a launch: which act, on what, and why. What is said of it stands in
/// `LaunchFailure+Sentence.swift`.
public enum LaunchFailure: Error, Equatable, Sendable {
  // Helpers.
  case rendezvous(Errno)
  case fork(Errno)
  case listen(Errno)
  case release(Errno)
  case wait(Errno)
  /// A helper ended by itself with this status, after it said why.
  case helperExited(Int32)
  case helperKilled(SignalNumber)

  // Identity.
  case dropGroups(Errno)
  case setGroup(Errno)
  case setUser(Errno)
  case capabilities(OwnCapabilities.Fault)
  case privilege(PrivilegeFailure)

  // Namespaces.
  case unshare(Errno)
  case mapTooLarge(ByteString)
  case openMap(ByteString, Errno)
  case writeMap(ByteString, Errno)
  case openOffsets(ByteString, Errno)
  case writeOffsets(ByteString, Errno)
  case bind(source: ByteString, file: ByteString, Errno)
  case open(ByteString, Errno)
  case writeOwn(ByteString, Errno)
  case allowedSetgroups
  case setHostName(Errno)
  case setDomainName(Errno)
  case bringLoopbackUp(Errno)

  // Namespaces of others.
  /// What was not entered before, all of it.
  case enterTarget(NamespaceSet, Errno)
  case enterFile(NamespaceKind, Errno)
  /// It left a namespace that it shared with this process when that was decided upon.
  case targetChanged
  case joinCgroup(Errno)
  case readTargetIdentity(Errno)
  /// The user namespace that was entered has no such ids.
  case hasNoIDs(IDMapKind)
  case targetIsUnmapped
  case readEnvironment(Errno)
  case setEnvironment(Errno)

  // File systems.
  case setRootPropagation(Errno)
  case changeRoot(ByteString, Errno)
  case changeDirectory(ByteString, Errno)
  /// A name that was looked up inside led out.
  case outsideOfRoot(ByteString)
  case changeToRoot(Errno)
  case changeRootHere(Errno)
  case openWorkingDirectory(Errno)
  case changeToWorkingDirectory(Errno)
  case makePrivate(ByteString, Errno)
  case mount(ByteString, Errno)

  // Processes.
  case signalQueue(Errno)
  case channel(Errno)
  case reapOrphans(Errno)
  case startSession(Errno)
  case leadGroup(Errno)
  case installForwarding(SignalNumber, Errno)
  case blockTermination(Errno)
  case restoreMask(Errno)
  case openOwnProcess(Errno)
  case dieWithParent(Errno)
  case pollParent(Errno)
  /// The process that forked this one is dead: nobody is left to tell.
  case parentGone
  case setDefaultAction(Errno)
  case unblock(Errno)
  /// A fatal signal sent to oneself had no effect.
  case survivedSignal

  // Status.
  /// The file for the program's number.
  case pidfile(ByteString, PidfileFault)
  /// A descriptor that was given.
  case givenDescriptor(Errno)
  /// Between the program's process and the one that was started.
  case tellStatus(Errno)
  case hearStatus(Errno)
  /// The descriptor at which the program waits.
  case block(Int32, Errno)
  /// Nobody is left who could send the byte.
  case blockEnded

  // The program.
  case hideFromTarget(Errno)
  case protectBinary(Errno)
  case protectProgram(ByteString, Errno)
  case execute(ByteString, Errno)

  /// The exit status of the process that meets this.
  public var exitStatus: Int32 {
    switch self {
    case .helperExited(let status): status
    case .protectProgram: 126
    case .execute(_, let errno): errno == .noEntry ? 127 : 126
    default: 1
    }
  }
}
