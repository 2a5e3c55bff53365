public import Bytes
public import LaunchOptions
public import Namespaces

/// What the user asked for: the options of a command line, their values read.
public struct NsenterIntent: Equatable, Sendable {
  public var target: Target?
  /// The kinds that were named, with a file or without.
  public var namespaces: NamespaceSet = []
  public var entersAll = false
  public var entersUserParent = false
  /// The number of a socket among the target's descriptors.
  public var socket: Int32?

  public var user: Identity<UserID>?
  public var group: Identity<GroupID>?
  public var preservesCredentials = false
  public var keepsCapabilities = false

  /// The target's root; a directory that was named has been opened already.
  public var takesRoot = false
  /// The target's working directory; a directory that was named has been opened already.
  public var takesWorkingDirectory = false
  /// The working directory by its name inside.
  public var innerWorkingDirectory: ByteString?
  /// The option for the working directory that was met; the other one is refused after it.
  var directoryOption: NsenterOption?

  public var takesEnvironment = false
  public var forks = true
  public var joinsCgroup = false
  public var followsContext = false

  // Extensions.
  public var entersForChildren = false
  public var forwardsSignals = false
  public var killChild: SignalNumber?
  /// What unshare can be asked for too.
  public var launch = LaunchRequest()

  public init() {}

  /// The process all defaults are taken from.
  public struct Target: Equatable, Sendable {
    public let process: ProcessID
    /// The number of its inode on pidfs, which no other process ever gets.
    public let inode: UInt64?

    public init(_ process: ProcessID, inode: UInt64? = nil) {
      self.process = process
      self.inode = inode
    }
  }

  /// Who the program runs as.
  public enum Identity<ID: Equatable & Sendable>: Equatable, Sendable {
    case id(ID)
    /// The target's effective id, as the entered user namespace shows it.
    case ofTarget
  }
}
