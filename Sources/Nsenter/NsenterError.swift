public import Bytes
public import LaunchOptions
public import NamespaceValues
public import Options
public import Targets

/// Why nsenter ends before it has entered anything.
public enum NsenterError: CommandLineError, Equatable {
  // The command line.
  /// A word is not an option as the table knows it.
  case usage(UsageError)
  /// A value of an option that unshare has too, or a combination of such options.
  case launch(LaunchOptionError)
  /// `--target`: not a process.
  case process(ByteString)
  /// `--net-socket`: not the number of a descriptor.
  case socketNumber(ByteString, NumberFault)
  /// Not the number of a namespace, after a colon.
  case namespaceID(ByteString)
  /// `--except`: no kind is called so.
  case unknownKind(ByteString)
  case exceptWithoutAll
  case outerWithoutProgram
  /// Two options for the working directory, or for the program's ids.
  case exclusive(NsenterOption, NsenterOption)

  // The target.
  /// A name leads to no process.
  case named(NamedTargetError)
  case identify(ProcessID, Errno)
  case inode(Errno)
  case noTarget
  /// The processes, a line for each, in the namespace that `--target` names are in different namespaces of a kind.
  case membersDiffer(ByteString, NamespaceKind, [ByteString])
  /// What is missing is called root, cwd, environ, cgroup, or nothing at all.
  case nothingSupplied(StaticName)
  case readUserNamespace(ProcessID, Errno)

  // Files.
  case open(ByteString, Errno)
  /// The file of `--pidfile`, which stands for no namespace.
  case openPidfile(ByteString, Errno)
  /// There is no file of that name, and no namespace of its number; or it is of this other kind.
  case noSuchNumber(ByteString, NamespaceKind?)
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

  // The caller's own program.
  /// It would not be executed.
  case execute(ByteString, Errno)
  case isScript(ByteString)
  case isNoProgram(ByteString)

  // SELinux.
  case noTargetForContext
  case readContext(ProcessID)
  case setContext(ByteString)

  /// The exit status of a program that ends so.
  public var exitStatus: Int32 {
    switch self {
    case .execute(_, .noEntry): 127
    case .execute, .isScript, .isNoProgram: 126
    default: 1
    }
  }

  /// A word of a message.
  public enum StaticName: Equatable, Sendable {
    case root, cwd, environ, cgroup, nothing

    /// The words of the original.
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
