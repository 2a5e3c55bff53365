import Bytes
import CNamespaces
import Kernel
public import NamespaceValues

/// Moves the calling thread into new namespaces: unshare(2). A new PID namespace, and a new time namespace, is for the
/// children that it has from now on.
///
/// The other threads of the process stay where they are, and a task of Swift concurrency may go on on any of
/// them; in a program with threads use `withNamespaces(_:_:)`. With `.mount` the thread also gets a root and
/// a working directory of its own.
///
/// - Throws: `.needsOneThread` for a user namespace in a process with threads; `.unshare` with EPERM without CAP_SYS_ADMIN,
///   ENOSPC where a limit of namespaces(7) is reached, EINVAL for a kind that the kernel does not have.
public func unshare(_ kinds: NamespaceSet) throws(NamespaceError) {
  if !kinds.holdsKindsOnly { throw .unshare(kinds, .invalidArgument) }
  do throws(Errno) { try Calls.unshare(kinds) } catch { throw .unsharing(kinds, error) }
}
