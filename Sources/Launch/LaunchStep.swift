public import Bytes
public import Capabilities
public import NamespaceValues

/// One kernel-visible act of a launch.
public enum LaunchStep: Equatable, Sendable {
  // Before the namespaces change.
  /// No process without CAP_SYS_PTRACE outside may look into this one. Where rights are given up by
  /// an option of ours it must succeed; the original does not hide at all.
  case hideFromTarget(isRequired: Bool)
  case defaultChildSignal
  case startHelper(HelperJob)

  // Identity.
  case dropGroups
  case setGroup(GroupID)
  case setUser(UserID)
  /// Drops the groups where that is allowed, and remembers whether it was.
  case tryToDropGroups
  /// Drops the groups; a refusal counts only where they were not dropped before either.
  case dropGroupsUnlessDone
  /// Drops the groups; a refusal counts only where there are any.
  case dropRemainingGroups
  /// Drops the groups; that the user namespace forbids it for good is no failure.
  case dropGroupsIfPermitted
  /// Takes the ids of the held target directory's owner, as the user namespace that was entered
  /// shows them.
  case readTargetIdentity(FollowedIdentity)
  case setGroupOfTarget
  case setUserOfTarget
  /// Holds this process's own directory below /proc.
  case holdOwnDirectory
  /// Finds out by way of it which ids of the entered user namespace are taken.
  case readOwnMaps(users: Bool, groups: Bool)
  case setMappedGroup
  case setMappedUser
  /// Raises all capabilities that are in effect into the ambient set, but these.
  case raiseAmbientCapabilities(except: CapabilitySet = [])
  case privilege(PrivilegeStep)
  /// Reads the capabilities that a later `verify` starts from.
  case rememberPrivileges
  /// Reads back what these steps were to bring about, and fails where something else is found.
  case verify(after: [LaunchStep])

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

  // Namespaces of others.
  /// Enters namespaces of the held target, all of them or none; those that an earlier step
  /// entered are left out. Where it need not be allowed yet, a refusal is left to a later step.
  case enterTarget(NamespaceSet, ifAllowed: Bool)
  /// Enters the held namespace of a kind, unless an earlier step did.
  case enterFile(NamespaceKind, ifAllowed: Bool)
  case close(HeldFile)
  /// Fails unless the namespace of a kind that this process, or its children, are in by now has this inode
  /// number on nsfs.
  case expectNamespace(NamespaceKind, number: UInt64)
  /// Writes the own process id to the held `cgroup.procs`.
  case joinCgroup
  /// Replaces the environment.
  case setEnvironment(EnvironmentBlock)
  /// The target's environment could not be read from outside of its user namespace. Where nothing
  /// comes of it inside either, this is what is reported.
  case expectEnvironmentInside(path: ByteString, refusal: Errno)
  /// Replaces the environment by the target's, unless an earlier step did. Unless this is the last
  /// chance, a further refusal is left to a later step.
  case readTargetEnvironment(isLastChance: Bool)

  // File systems.
  case setRootPropagation(MountPropagation)
  case changeRoot(ByteString)
  case changeDirectory(ByteString)
  /// Fails where the working directory, reached by this name, is not below the root directory.
  case checkWorkingDirectory(ByteString)
  /// Holds the current directory as the working directory to come back to.
  case holdCurrentDirectory
  /// Makes the held directory the root, and enters it.
  case changeToHeldRoot
  /// Opens and holds the working directory.
  case openWorkingDirectory(ByteString)
  case changeToHeldWorkingDirectory
  /// Makes a mount private before something is mounted on it.
  case makePrivate(ByteString)
  case mountProc(ByteString)
  /// Makes the held directory the working directory, so that a new mount namespace takes it along.
  case enterHeldRoot
  /// Asks whose the mount namespace is, before this process makes itself a copy.
  case askMountOwner
  /// Holds the table of what is mounted, for one that comes to a path.
  case holdMounts(for: ByteString)
  /// Opens the directory where one is to be mounted, in which there may be no link where others could
  /// have made it.
  case openMountPlace(KernelFileSystem, ByteString, avoidsLinks: Bool)
  /// Mounts one in the place that was opened, and what hid parts of the old one over the same parts.
  case mountAtPlace(KernelFileSystem, ByteString)
  case mountBinfmt(ByteString)
  case registerInterpreter(directory: ByteString, definition: ByteString)

  /// Puts in the place of the held program a view of it that nobody can write.
  case protectProgram(ByteString)

  // Processes.
  case dieWithParent(SignalNumber)
  /// Orphans among the descendants become this process's children.
  case reapOrphans
  /// A session of its own, without a terminal.
  case startSession
  /// A process group of its own, in the terminal's foreground where this process's was.
  case leadGroup
}

/// A file system of the kernel's own that shows the namespaces of who mounts it.
public enum KernelFileSystem: Equatable, Sendable {
  /// proc(5), of a PID namespace.
  case proc
  /// sysfs(5), of a network namespace.
  case sys

  /// Its type, as in /proc/filesystems.
  public var name: ByteString { self == .proc ? "proc" : "sysfs" }
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

/// Which ids of the target the program takes over.
public struct FollowedIdentity: Equatable, Sendable {
  /// The user id of the owner.
  public var takesUser: Bool
  /// The group id of the owner.
  public var takesGroup: Bool
  /// The owner has no id in the user namespace that is entered, but the number that the kernel
  /// shows instead is somebody's there: the program would run as a stranger.
  public var isStranger: Bool

  /// Says which ids, and whether the owner would be a stranger.
  public init(takesUser: Bool, takesGroup: Bool, isStranger: Bool) {
    self.takesUser = takesUser
    self.takesGroup = takesGroup
    self.isStranger = isStranger
  }
}
