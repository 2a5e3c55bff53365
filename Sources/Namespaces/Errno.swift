/// The number of a failed system call, errno(3).
public struct Errno: Error, Equatable, Sendable {
  public let code: Int32

  public init(_ code: Int32) { self.code = code }

  /// This process or the machine has no descriptors or no memory left.
  public var isExhaustion: Bool {
    self == .processFiles || self == .systemFiles || self == .noMemory
  }

  /// A filter (seccomp(2)) refuses the call, or the kernel does not have it: a call that has no such
  /// answer of its own is done in another way.
  public var isRefusal: Bool { self == .notPermitted || self == .noSystemCall }

  public static let success = Errno(0)
  public static let noEntry = Errno(2)  // ENOENT
  public static let invalidArgument = Errno(22)  // EINVAL
  public static let notPermitted = Errno(1)  // EPERM
  public static let accessDenied = Errno(13)  // EACCES
  public static let readOnly = Errno(30)  // EROFS
  public static let noProcess = Errno(3)  // ESRCH
  public static let notSupported = Errno(95)  // EOPNOTSUPP
  public static let badDescriptor = Errno(9)  // EBADF
  public static let brokenPipe = Errno(32)  // EPIPE
  public static let exists = Errno(17)  // EEXIST
  public static let notTerminal = Errno(25)  // ENOTTY
  public static let noSystemCall = Errno(38)  // ENOSYS
  /// Not the kernel's: what it is said to answer contradicts itself, so somebody else answers,
  /// such as a filter of seccomp(2).
  public static let contradiction = Errno(71)  // EPROTO
  public static let outOfRange = Errno(34)  // ERANGE
  public static let badMessage = Errno(74)  // EBADMSG
  public static let inputOutput = Errno(5)  // EIO
  public static let fileTooLarge = Errno(27)  // EFBIG
  public static let noMemory = Errno(12)  // ENOMEM
  public static let processFiles = Errno(24)  // EMFILE
  public static let systemFiles = Errno(23)  // ENFILE
  public static let argumentListTooLong = Errno(7)  // E2BIG
}
