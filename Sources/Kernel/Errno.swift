public import Bytes
import CKernel

/// The number of a failed system call, errno(3).
public struct Errno: Error, Equatable, Sendable {
  public let code: Int32

  public init(_ code: Int32) { self.code = code }

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

  /// strerror(3); the locale is never set, so this is the text of the C locale.
  public var text: ByteString { ByteString(cString: strerror(code)) }

  /// This process or the machine has no descriptors or no memory left.
  public var isExhaustion: Bool { code == EMFILE || code == ENFILE || code == ENOMEM }

  /// A filter (seccomp(2)) refuses the call, or the kernel does not have it: a call that has no such
  /// answer of its own is done in another way.
  public var isRefusal: Bool { code == EPERM || code == ENOSYS }

  public static let success = Errno(0)
  public static let noEntry = Errno(ENOENT)
  public static let invalidArgument = Errno(EINVAL)
  public static let notPermitted = Errno(EPERM)
  public static let accessDenied = Errno(EACCES)
  public static let readOnly = Errno(EROFS)
  public static let noProcess = Errno(ESRCH)
  public static let notSupported = Errno(EOPNOTSUPP)
  public static let badDescriptor = Errno(EBADF)
  public static let brokenPipe = Errno(EPIPE)
  public static let exists = Errno(EEXIST)
  public static let notTerminal = Errno(ENOTTY)
  public static let noSystemCall = Errno(ENOSYS)
  /// Not the kernel's: what it is said to answer contradicts itself, so somebody else answers,
  /// such as a filter of seccomp(2).
  public static let contradiction = Errno(EPROTO)
  public static let outOfRange = Errno(ERANGE)
  public static let badMessage = Errno(EBADMSG)
  public static let inputOutput = Errno(EIO)
  public static let fileTooLarge = Errno(EFBIG)
  public static let noMemory = Errno(ENOMEM)
  public static let argumentListTooLong = Errno(E2BIG)
}
