import NamespaceValues

/// Does what the kernel may refuse, and says what cannot be prepared where it does.
/// - Parameters:
///   - act: what is done.
///   - error: what its failure means for the entry.
@inline(__always)
func attempt<Result: ~Copyable>(
  _ act: @autoclosure () throws(Errno) -> Result, _ error: (Errno) -> NsenterError
) throws(NsenterError) -> Result {
  do throws(Errno) { return try act() } catch let errno { throw error(errno) }
}
