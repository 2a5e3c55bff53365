public import Bytes
import CKernel

/// The environment this program was started with, environ(7).
public enum Environment {
  /// The value of a variable, getenv(3).
  public static func value(of name: ByteString) -> ByteString? {
    name.withCString { getenv($0) }.map { ByteString(cString: $0) }
  }
}
