public import Bytes
public import NamespaceValues

/// What the kernel refused while names were made.
public enum InstallFailure: Error, Equatable, Sendable {
  /// Where this binary is cannot be found out, /proc/self/exe of proc(5).
  case ownPath(Errno)
  /// The directory is none: no name can be made in there.
  case directory(ByteString, Errno)
  /// One name.
  case refused(ByteString, Installation.Form, Errno)
}
