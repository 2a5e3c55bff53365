public import Bytes
public import NamespaceValues

/// What a call of this module could not do, and why. `errno` is the kernel's answer, where there was
/// one; `description` says all of it.
public enum NamespaceError: Error, Equatable, Sendable {
  // Handles.
  /// A file could not be opened: open(2).
  case open(ByteString, Errno)
  /// A descriptor could not be taken over: fcntl(2).
  case descriptor(Int32, Errno)
  /// A process could not be opened: pidfd_open(2). ESRCH where there is none with this number.
  case openProcess(ProcessID, Errno)
  /// What was opened is no namespace.
  case notNamespace
  /// A namespace is of another kind than was said; nil for a kind that is not known here.
  case wrongKind(NamespaceKind?, expected: NamespaceKind)
  /// The kernel did not answer a question about a namespace, ioctl_nsfs(2): EPERM where the answer lies
  /// outside of what this process may see, ENOTTY where the kernel is too old for the question.
  case ask(NamespaceFact, Errno)
  /// A namespace of a process could not be opened. EACCES or EPERM where this process may not look into it, ENOENT where the
  /// kernel has no such kind, ESRCH where the process has ended or is not in the PID namespace of /proc.
  case namespace(NamespaceKind, Errno)

  // The calls.
  /// unshare(2) refused.
  case unshare(NamespaceSet, Errno)
  /// setns(2) refused.
  case enter(NamespaceSet, Errno)
  /// The kernel lets only a process with a single thread into such a namespace: EINVAL for user namespaces, EUSERS for
  /// time namespaces. Clone a child for it.
  case needsOneThread(NamespaceSet, Errno)
  /// clone3(2) refused.
  case clone(NamespaceSet, Errno)
  /// This process has more than one thread, and Swift code cannot run in a copy of it. Give `clone` a
  /// `Program` to run.
  case cannotCopyThreads
  /// No thread could be started: pthread_create(3).
  case thread(Errno)

  // Settings.
  /// A file could not be written: write(2). What the kernel refuses in an id map and why: user_namespaces(7).
  case write(ByteString, Errno)
  /// An id map has `IDMapping.largestMap` bytes or more.
  case mapTooLarge(ByteString)
  /// sethostname(2) or setdomainname(2).
  case setName(ByteString, Errno)
  /// The interface `lo` could not be brought up: netdevice(7).
  case bringLoopbackUp(Errno)
  /// A mount, its propagation, or an unmount at a path: mount(2), umount2(2).
  case mount(ByteString, Errno)

  // Children.
  /// A signal could not be sent: pidfd_send_signal(2). ESRCH where the process has ended.
  case signal(SignalNumber, Errno)
  /// A child could not be waited for: waitid(2). ECHILD where this process ignores SIGCHLD, or has no such child.
  case wait(Errno)
  /// The task that waited was cancelled; the child goes on.
  case cancelled
  /// A program could not be started: exec(3).
  case execute(ByteString, Errno)
  /// The working directory of a program: chdir(2).
  case changeDirectory(ByteString, Errno)
  /// The descriptors of a program: fcntl(2), dup3(2). EBADF where one is not open.
  case placeDescriptors(Errno)
  /// The time namespace of a child could not be made or entered: time_namespaces(7). EINVAL where there are offsets, and
  /// `.time` is not among the kinds.
  case setClocks(Errno)
  /// The function that ran in the child threw this.
  case child(ByteString)
  /// prctl(2) PR_SET_PDEATHSIG.
  case endWithParent(Errno)
  /// A pipe to the child: pipe2(2), read(2), write(2).
  case pipe(Errno)
}

/// What the errors of this module have in common: one `catch` for `NamespaceError` and every `ScopeError`.
///
///     catch { print((error as? any NamespaceFailure)?.errno?.code ?? 0) }
public protocol NamespaceFailure: Error {
  /// What the kernel or this module refused; nil where a work failed by itself.
  var namespaceError: NamespaceError? { get }
}

extension NamespaceFailure {
  /// The kernel's answer, errno(3); nil where there was none.
  public var errno: Errno? { namespaceError?.errno }
}

extension NamespaceError: NamespaceFailure {
  /// This error.
  public var namespaceError: NamespaceError? { self }
}

extension ScopeError: NamespaceFailure {
  /// Why the work was not begun, or what it met with a call of this module.
  public var namespaceError: NamespaceError? {
    switch self {
    case .namespaces(let error): error
    case .work(let error): (error as? any NamespaceFailure)?.namespaceError
    }
  }
}

/// A question to the kernel about a namespace, ioctl_nsfs(2).
public enum NamespaceFact: Equatable, Sendable {
  /// NS_GET_NSTYPE.
  case kind
  /// NS_GET_USERNS.
  case owner
  /// NS_GET_PARENT.
  case parent
  /// NS_GET_OWNER_UID.
  case creator
  /// NS_GET_ID, NS_GET_MNTNS_ID.
  case id
  /// statx(2): device and inode number.
  case identity
}

/// What came of a work that was to be done in namespaces: these could not be had, or the work itself failed.
public enum ScopeError<WorkError: Error>: Error {
  /// The work was not begun.
  case namespaces(NamespaceError)
  /// The work threw this.
  case work(WorkError)
}

extension ScopeError: Equatable where WorkError: Equatable {}
