public import Bytes
import CKernel

/// An array of C strings that ends in a null pointer, as execve(2) takes it, for as long as this value
/// lives.
public final class CStringArray {
  /// The first of the strings; a null pointer where there is none.
  public let start: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

  /// Copies the strings; nil where there is no memory for all of them.
  public init?(_ strings: [ByteString]) {
    guard let vector = Execution.vector(strings) else { return nil }
    start = vector
  }

  deinit { free(start) }
}
