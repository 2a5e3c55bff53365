public import Bytes
public import LaunchOptions
public import Namespaces

/// Why nsenter ends before it has entered anything.
public enum NsenterError: Error, Equatable, Sendable {
  // Values.
  case process
  case socketNumber(ByteString, NumberFault)
  case userNumber(ByteString, NumberFault)
  case groupNumber(ByteString, NumberFault)
  case namespaceID(ByteString)
  case signal(ByteString)
  case variableName(ByteString)
  case privilege(PrivilegeError)
  case exclusive(NsenterIntent.DirectoryOption, NsenterIntent.DirectoryOption)

  // The target.
  case identify(ProcessID, Errno)
  case inode(Errno)
  case noTarget
  /// What is missing is called root, cwd, environ, cgroup, or nothing at all.
  case nothingSupplied(StaticName)
  case readUserNamespace(ProcessID, Errno)

  // Files.
  case open(ByteString, Errno)
  case readEnvironment(Errno)
  case namespaceHandles(Errno)
  case openNamespaceID(UInt64, Errno)
  case parentNamespace(Errno)
  case noNamespace

  // A socket of the target.
  case openTarget(ProcessID, Errno)
  case copySocket(target: Int32, number: Int32, Errno)
  case examineSocket(Int32, Errno)
  case socketNamespace(Int32, Errno)

  // The control group.
  case cgroupFileSystem(Errno)
  case noCgroup2
  /// Nil where the file could be read but names no group of the unified hierarchy.
  case cgroupPath(Errno?)
  case cgroupProcesses(Errno)

  // SELinux.
  case noTargetForContext
  case readContext(ProcessID)
  case setContext(ByteString)

  /// A word of a message.
  public enum StaticName: Equatable, Sendable {
    case root, cwd, environ, cgroup, nothing

    public var text: StaticString {
      switch self {
      case .root: "root"
      case .cwd: "cwd"
      case .environ: "environ"
      case .cgroup: "cgroup"
      case .nothing: ""
      }
    }
  }
}
