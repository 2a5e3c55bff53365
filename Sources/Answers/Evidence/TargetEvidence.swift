public import Bytes
public import Kernel
public import NamespaceValues
import Privs

/// What is known of the process that nsenter was pointed at.
public struct TargetEvidence: Equatable, Sendable {
  /// Its number; nil where no process was named.
  public var process: ProcessID?
  /// pidfd_open(2): needs no /proc and no rights.
  public var exists = Answer<Bool>.unknown
  /// /proc/PID/status, proc_pid_status(5).
  public var status = Answer<[UInt8]>.unknown
  /// /proc/PID/uid_map, user_namespaces(7).
  public var userMap = Answer<[UInt8]>.unknown
  /// /proc/PID.
  public var directory = Answer<FileLook>.unknown
  /// A file in there, /proc/PID/status, whose owner is root where the process hides itself.
  public var file = Answer<FileLook>.unknown
  /// The namespaces that it is in.
  public var namespaces: [Membership] = []
  /// /proc/PID/cgroup, cgroups(7).
  public var cgroup = Answer<[UInt8]>.unknown

  /// A namespace of a kind, of the target and of the process that failed.
  public struct Membership: Equatable, Sendable {
    /// The kind.
    public let kind: NamespaceKind
    /// /proc/PID/ns/KIND.
    public var link = Answer<ByteString>.unknown
    /// /proc/self/ns/KIND: of the kind that children get, which is what is entered.
    public var own = Answer<ByteString>.unknown
    /// What the link leads to; asked for where the two differ.
    public var namespace = Answer<NamespaceLook>.unknown

    /// Nothing is known of a kind.
    public init(_ kind: NamespaceKind) { self.kind = kind }

    /// Whether both are in one; nil where that is not known.
    public var isShared: Bool? {
      guard let theirs = link.value, let ours = own.value else { return nil }
      return theirs == ours
    }
  }

  /// Nothing is known.
  public init() {}

  /// Looks at a process.
  mutating func gather(_ process: ProcessID, from source: some EvidenceSource) {
    self.process = process
    exists = source.existence(of: process)
    let place: ByteString = "/proc/\(process.number)"
    status = source.content(of: "\(place)/status")
    userMap = source.content(of: "\(place)/uid_map")
    directory = source.look(at: place)
    file = source.look(at: "\(place)/status")
    cgroup = source.content(of: "\(place)/cgroup")
    for kind in NamespaceKind.allCases {
      var membership = Membership(kind)
      membership.link = source.link(at: "\(place)/ns/\(kind.name)")
      membership.own = source.link(at: "/proc/self/ns/\(kind.persistentName)")
      if membership.isShared == false {
        membership.namespace = source.namespace(at: "\(place)/ns/\(kind.name)")
      }
      namespaces.append(membership)
    }
  }
}

// What the captured texts say.

extension TargetEvidence {
  var facts: ProcessStatus? { status.value.map { ProcessStatus($0) } }

  /// Whose rights it has: its effective user. Nil where that is not known.
  var user: UserID? {
    guard let users = facts?.users, users.count > 1 else { return nil }
    return UserID(users[1])
  }

  func membership(_ kind: NamespaceKind) -> Membership? { namespaces.first { $0.kind == kind } }

  /// Whether its links may not be read: what entering by pidfd takes too, ptrace(2).
  var isClosed: Bool {
    if case .refused(let errno) = membership(.user)?.link ?? .unknown {
      return errno == .accessDenied || errno == .notPermitted
    }
    return false
  }
}
