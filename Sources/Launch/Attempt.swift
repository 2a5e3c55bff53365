import NamespaceValues

/// Does what the kernel may refuse, and says what failed where it does.
/// - Parameters:
///   - act: what is done.
///   - failure: what its failure means for the launch.
@inline(__always)
func attempt<Result: ~Copyable>(
  _ act: @autoclosure () throws(Errno) -> Result, _ failure: (Errno) -> LaunchFailure
) throws(LaunchFailure) -> Result {
  do throws(Errno) { return try act() } catch { throw failure(error) }
}

/// The same for an act on privileges.
@inline(__always)
func attempt<Result: ~Copyable>(
  _ act: @autoclosure () throws(Errno) -> Result, _ failure: (Errno) -> PrivilegeFailure
) throws(PrivilegeFailure) -> Result {
  do throws(Errno) { return try act() } catch { throw failure(error) }
}
