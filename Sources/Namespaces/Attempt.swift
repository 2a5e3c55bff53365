import NamespaceValues

/// Does what the kernel may refuse, and says what failed where it does.
@inline(__always)
@discardableResult
func attempt<Result: ~Copyable>(
  _ act: @autoclosure () throws(Errno) -> Result, _ failure: (Errno) -> NamespaceError
) throws(NamespaceError) -> Result {
  do throws(Errno) { return try act() } catch { throw failure(error) }
}

/// Turns "a result, or -errno" of the C floor into a result or an error.
@discardableResult
func check(_ result: Int32) throws(Errno) -> Int32 {
  if result < 0 { throw Errno(-result) }
  return result
}
