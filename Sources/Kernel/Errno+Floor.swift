package import Bytes
import CKernel
package import NamespaceValues

extension Errno {
  /// Turns "a result, or -errno" of the C floor into a result or an error: the one place where
  /// that is done.
  @discardableResult
  static func check(_ result: Int32) throws(Errno) -> Int32 {
    if result < 0 { throw Errno(-result) }
    return result
  }

  /// The same for calls that return a number of bytes.
  @discardableResult
  static func check(_ result: Int) throws(Errno) -> Int {
    if result < 0 { throw Errno(Int32(truncatingIfNeeded: -result)) }
    return result
  }

  /// What strerror(3) of glibc says of it in the C locale, whichever C library this is.
  package var text: ByteString {
    uy_error_text(code).map { ByteString(cString: $0) } ?? "Unknown error \(code)"
  }

  /// What errno(3) calls it: ENOENT. Nil for a number without a name.
  package var name: ByteString? { uy_error_name(code).map { ByteString(cString: $0) } }
}
