import Bytes
import CNamespaces
import Kernel
public import NamespaceValues

/// An open namespace, namespaces(7). It lives as long as it is open, also when no process is in it any more.
///
/// It holds one descriptor, close-on-exec, that is closed when this value goes away.
public struct NamespaceHandle: ~Copyable, Sendable {
  let file: Kernel.NamespaceHandle
  /// What it keeps apart.
  public let kind: NamespaceKind
  /// By which it is told from others; `==` compares it.
  public let identity: NamespaceIdentity

  /// Looks what was opened: whoever may write to a folder may have put anything under the name.
  /// - Parameter expected: the kind it must be of; any, where nil.
  init(
    _ opened: consuming Kernel.NamespaceHandle, _ expected: NamespaceKind? = nil
  ) throws(NamespaceError) {
    (kind, identity) = try Self.look(at: opened, expected)
    file = opened
  }

  private static func look(
    at opened: borrowing Kernel.NamespaceHandle, _ expected: NamespaceKind?
  ) throws(NamespaceError) -> (NamespaceKind, NamespaceIdentity) {
    // What a device does with a request that is not its own only its driver knows: so it is not asked.
    guard try attempt(opened.fileSystemType(), { .ask(.identity, $0) }) == .nsfs else {
      throw .notNamespace
    }
    let found: NamespaceKind?
    do throws(Errno) { found = try opened.kind() } catch {
      // A pidfd of Linux 6.9 and another file of such a file system know no request of these.
      throw error == .notTerminal ? .notNamespace : .ask(.kind, error)
    }
    guard let kind = found, kind == expected ?? kind else {
      throw .wrongKind(found, expected: expected ?? .user)
    }
    let identity = try attempt(opened.identity()) { .ask(.identity, $0) }
    return (kind, NamespaceIdentity(device: identity.device, inode: identity.inode))
  }

  /// Whether both are the same namespace: by device and inode number.
  public static func == (left: borrowing Self, right: borrowing Self) -> Bool {
    left.identity == right.identity
  }

  /// Whether they are two namespaces.
  public static func != (left: borrowing Self, right: borrowing Self) -> Bool { !(left == right) }
}

// MARK: What the kernel says of it

extension NamespaceHandle {
  /// The inode number: that of the link /proc/PID/ns/NAME and of lsns(8).
  public var inode: UInt64 { identity.inode }

  /// The 64-bit id, which no other namespace gets as long as the machine runs: ioctl_nsfs(2) NS_GET_ID, Linux 6.18, or
  /// NS_GET_MNTNS_ID of a mount namespace, Linux 6.11.
  /// - Throws: `.ask(.id, ENOTTY)` on older kernels, or EINVAL for other kinds there.
  public func id() throws(NamespaceError) -> UInt64 {
    var id: UInt64 = 0
    let result = un_namespace_id(file.number(), &id)
    try attempt(check(result)) { .ask(.id, $0) }
    return id
  }

  /// The user namespace that owns it; of a user namespace its parent: ioctl_nsfs(2) NS_GET_USERNS.
  /// - Throws: `.ask(.owner, EPERM)` where that is outside of what this process may see.
  public func owner() throws(NamespaceError) -> NamespaceHandle {
    try NamespaceHandle(attempt(file.owner()) { .ask(.owner, $0) })
  }

  /// The namespace above a PID or user namespace: ioctl_nsfs(2) NS_GET_PARENT.
  /// - Throws: `.ask(.parent, EPERM)` for the initial one, or one that is outside of what this process may see;
  ///   EINVAL for kinds that have no parents.
  public func parent() throws(NamespaceError) -> NamespaceHandle {
    try NamespaceHandle(attempt(file.parent()) { .ask(.parent, $0) })
  }

  /// The user who made a user namespace, as the caller's user namespace has him: ioctl_nsfs(2)
  /// NS_GET_OWNER_UID.
  /// - Throws: `.ask(.creator, EINVAL)` for all other kinds.
  public func creator() throws(NamespaceError) -> UserID {
    try attempt(file.creator()) { .ask(.creator, $0) }
  }
}

// MARK: Entering

extension NamespaceHandle {
  /// Moves the calling thread into this namespace: setns(2), with its kind. Of a PID namespace only children that
  /// it has from now on are members.
  ///
  /// Namespaces belong to threads: the other threads of the process stay where they are, and a task of Swift
  /// concurrency may go on on any of them. In a program with threads use `withNamespace(_:_:)`, whose thread is thrown
  /// away afterwards.
  ///
  /// - Throws: `.needsOneThread` for user and time namespaces in a process with threads; `.enter(EPERM)`
  ///   without CAP_SYS_ADMIN in the user namespace that owns it; EINVAL for a mount namespace where threads share
  ///   their root and working directory.
  public func enter() throws(NamespaceError) {
    let kinds = NamespaceSet(kind)
    do throws(Errno) { try file.enter(as: kind) } catch { throw .entering(kinds, error) }
  }
}

extension NamespaceError {
  /// What setns(2) means by its answer.
  static func entering(_ kinds: NamespaceSet, _ error: Errno) -> NamespaceError {
    isForOneThread(kinds, error) ? .needsOneThread(kinds, error) : .enter(kinds, error)
  }

  /// What unshare(2) means by its answer.
  static func unsharing(_ kinds: NamespaceSet, _ error: Errno) -> NamespaceError {
    isForOneThread(kinds, error) ? .needsOneThread(kinds, error) : .unshare(kinds, error)
  }

  /// The kernel says EINVAL to a user namespace and EUSERS to a time namespace where a process has several
  /// threads; but it says so for other reasons too.
  private static func isForOneThread(_ kinds: NamespaceSet, _ error: Errno) -> Bool {
    switch error {
    case .invalidArgument: kinds.contains(.user) && un_has_threads() > 0
    case .tooManyUsers: kinds.contains(.time) && un_has_threads() > 0
    default: false
    }
  }
}
