public import Bytes
import CKernel

/// An extended regular expression, regex(7), compiled.
public final class RegularExpression {
  private let compiled: UnsafeMutableRawPointer

  /// What regerror(3) says of a pattern.
  public struct Fault: Error {
    /// The message, in the words of libc.
    public let text: ByteString
  }

  /// regcomp(3).
  public init(_ text: ByteString) throws(Fault) {
    var message = [CChar](repeating: 0, count: 256)
    let capacity = message.count
    let compiled = text.withCString { text in
      message.withUnsafeMutableBufferPointer {
        uy_compile_pattern(text, $0.baseAddress!, capacity)
      }
    }
    guard let compiled else {
      throw Fault(
        text: message.withUnsafeBufferPointer { ByteString(cString: $0.baseAddress!) })
    }
    self.compiled = compiled
  }

  deinit { uy_free_pattern(compiled) }

  /// Whether it is found in a text, regexec(3).
  public func matches(_ text: ByteString) -> Bool {
    text.withCString { uy_matches(compiled, $0) }
  }
}
