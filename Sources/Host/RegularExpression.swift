public import Bytes
import CKernel

/// An extended regular expression, regex(7), compiled: by regcomp(3) of glibc, whose patterns are those of
/// the original, or by a program of our own where the C library is another one.
public final class RegularExpression {
  // One of the two. Which one is fixed when the binary is built, so the other's code is left out.
  private let compiled: UnsafeMutableRawPointer?
  private let program: PatternProgram?

  /// What regerror(3) says of a pattern, or our own program of a pattern and a text.
  public struct Fault: Error {
    /// The message, in the words of libc.
    public let text: ByteString
  }

  /// regcomp(3).
  public init(_ text: ByteString) throws(Fault) {
    if uy_is_glibc() {
      compiled = try Self.library(text)
      program = nil
    } else {
      compiled = nil
      program = try Self.own(text)
    }
  }

  deinit {
    if uy_is_glibc(), let compiled { uy_free_pattern(compiled) }
  }

  private static func library(_ text: ByteString) throws(Fault) -> UnsafeMutableRawPointer {
    var message = [CChar](repeating: 0, count: 256)
    let capacity = message.count
    let compiled = text.withCString { text in
      message.withUnsafeMutableBufferPointer {
        uy_compile_pattern(text, $0.baseAddress!, capacity)
      }
    }
    if let compiled { return compiled }
    throw Fault(text: message.withUnsafeBufferPointer { ByteString(cString: $0.baseAddress!) })
  }

  private static func own(_ text: ByteString) throws(Fault) -> PatternProgram {
    do throws(PatternError) {
      return try PatternProgram(text, isUTF8: Locale.isUTF8)
    } catch {
      throw Fault(text: error.sentence)
    }
  }

  /// Whether it is found in a text, regexec(3); throws where our own program cannot say so in time.
  public func matches(_ text: ByteString) throws(Fault) -> Bool {
    if uy_is_glibc() { return text.withCString { uy_matches(compiled, $0) } }
    guard let program else { return false }
    do throws(PatternError) { return try program.matches(text) } catch {
      throw Fault(text: error.sentence)
    }
  }
}
