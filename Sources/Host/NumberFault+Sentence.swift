public import Bytes
import Kernel
import NamespaceValues

extension NumberFault {
  /// What is wrong, in the words of strerror(3).
  public var reason: ByteString {
    (self == .outOfRange ? Errno.outOfRange : .invalidArgument).text
  }

  /// What the originals add to a complaint about a number: something only for one that is out of
  /// its range.
  public var suffix: ByteString { self == .outOfRange ? ": \(reason)" : "" }
}
