public import Bytes
public import LaunchOptions
public import NamespaceValues
public import Targets

/// What the user asked for: the options of a command line, their values read.
public struct NsenterIntent: Equatable, Sendable {
  /// `--target`; nil where it was not given.
  public var target: Target?
  /// A name in the place of `--target`; nil where none was given.
  public var named: TargetName?
  /// The option for the target that was met; any other one is refused after it.
  public internal(set) var targetOption: NsenterOption?
  /// The kinds that were named, with a file or without.
  public var namespaces: NamespaceSet = []
  /// The files that were named for some of them. They are open already; their names are for messages.
  public var files: [NamedNamespace] = []
  /// `--all`.
  public var entersAll = false
  /// `--user-parent`.
  public var entersUserParent = false
  /// The number of a socket among the target's descriptors.
  public var socket: Int32?

  /// `--setuid`; nil where it was not given.
  public var user: Identity<UserID>?
  /// `--setgid`; nil where it was not given.
  public var group: Identity<GroupID>?
  /// `--preserve-credentials`.
  public var preservesCredentials = false
  /// `--keep-caps`.
  public var keepsCapabilities = false

  /// The target's root; a directory that was named has been opened already.
  public var takesRoot = false
  /// The target's working directory; a directory that was named has been opened already.
  public var takesWorkingDirectory = false
  /// The working directory by its name inside.
  public var innerWorkingDirectory: ByteString?
  /// The option for the working directory that was met; the other one is refused after it.
  public internal(set) var directoryOption: NsenterOption?

  /// `--env`.
  public var takesEnvironment = false
  /// False after `--no-fork`.
  public var forks = true
  /// `--join-cgroup`.
  public var joinsCgroup = false
  /// `--follow-context`, of SELinux.
  public var followsContext = false

  // Extensions.
  /// `--except`: the kinds that `--all` does not mean.
  public var excepted: NamespaceSet = []
  /// `--auto-credentials`.
  public var takesMappedIDs = false
  /// `--exec-outer`.
  public var bringsProgram = false
  /// `--for-children`.
  public var entersForChildren = false
  /// `--forward-signals`.
  public var forwardsSignals = false
  /// `--mount-proc`: where a new proc(5) is mounted; nil where none is.
  public var procDirectory: ByteString?
  /// `--mount-sys`.
  public var mountsSys = false
  /// `--kill-child`: the signal the child gets when nsenter dies, PR_SET_PDEATHSIG; nil for none.
  public var killChild: SignalNumber?
  /// What unshare can be asked for too.
  public var launch = LaunchRequest()

  /// The intent of a command line without options.
  public init() {}

  /// The process all defaults are taken from.
  public struct Target: Equatable, Sendable {
    /// Its id.
    public let process: ProcessID
    /// The number of its inode on pidfs, which no other process ever gets.
    public let inode: UInt64?

    /// A process, and the number of its inode where that was given too.
    public init(_ process: ProcessID, inode: UInt64? = nil) {
      self.process = process
      self.inode = inode
    }
  }

  /// A file that stands for a namespace.
  public struct NamedNamespace: Equatable, Sendable {
    /// The kind that it was given for.
    public let kind: NamespaceKind
    /// Its name on the command line.
    public let path: ByteString

    /// A name for a kind.
    public init(_ kind: NamespaceKind, at path: ByteString) {
      (self.kind, self.path) = (kind, path)
    }
  }

  /// Who the program runs as.
  public enum Identity<ID: Equatable & Sendable>: Equatable, Sendable {
    /// The id that was given.
    case id(ID)
    /// The target's effective id, as the entered user namespace shows it.
    case ofTarget
    /// One that the entered user namespace has.
    case mapped
  }
}
