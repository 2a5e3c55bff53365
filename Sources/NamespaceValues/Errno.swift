/// The number of a failed system call, errno(3).
public struct Errno: Error, Equatable, Sendable {
  /// The number: 1 is EPERM.
  public let code: Int32

  /// The error with a number.
  public init(_ code: Int32) { self.code = code }

  /// This process or the machine has no descriptors or no memory left.
  package var isExhaustion: Bool {
    self == .processFiles || self == .systemFiles || self == .noMemory
  }

  /// A filter (seccomp(2)) refuses the call, or the kernel does not have it: a call that has no such
  /// answer of its own is done in another way.
  package var isRefusal: Bool { self == .notPermitted || self == .noSystemCall }

  /// No error: 0.
  public static let success = Errno(0)
  /// ENOENT.
  public static let noEntry = Errno(2)
  /// ENODEV.
  public static let noDevice = Errno(19)
  /// ENOTDIR.
  public static let notDirectory = Errno(20)
  /// EINVAL.
  public static let invalidArgument = Errno(22)
  /// EISDIR.
  public static let isDirectory = Errno(21)
  /// EPERM.
  public static let notPermitted = Errno(1)
  /// EACCES.
  public static let accessDenied = Errno(13)
  /// EROFS.
  public static let readOnly = Errno(30)
  /// ESRCH.
  public static let noProcess = Errno(3)
  /// ENXIO.
  public static let noAddress = Errno(6)
  /// EDEADLK.
  public static let deadlock = Errno(35)
  /// ECHILD.
  public static let noChild = Errno(10)
  /// EAGAIN.
  public static let tryAgain = Errno(11)
  /// ENOSPC.
  public static let noSpace = Errno(28)
  /// EUSERS.
  public static let tooManyUsers = Errno(87)
  /// EOPNOTSUPP.
  public static let notSupported = Errno(95)
  /// ESTALE.
  public static let staleHandle = Errno(116)
  /// EBADF.
  public static let badDescriptor = Errno(9)
  /// EBUSY.
  public static let busy = Errno(16)
  /// EPIPE.
  public static let brokenPipe = Errno(32)
  /// EEXIST.
  public static let exists = Errno(17)
  /// EXDEV.
  public static let crossDevice = Errno(18)
  /// ENOTTY.
  public static let notTerminal = Errno(25)
  /// ENOSYS.
  public static let noSystemCall = Errno(38)
  /// Not the kernel's: what it is said to answer contradicts itself, so somebody else answers,
  /// such as a filter of seccomp(2). EPROTO.
  package static let contradiction = Errno(71)
  /// ERANGE.
  public static let outOfRange = Errno(34)
  /// EBADMSG.
  public static let badMessage = Errno(74)
  /// EIO.
  public static let inputOutput = Errno(5)
  /// ELOOP: a link where none may be, or too many.
  public static let loop = Errno(40)
  /// EFBIG.
  public static let fileTooLarge = Errno(27)
  /// ESTALE.
  public static let stale = Errno(116)
  /// ENOMEM.
  public static let noMemory = Errno(12)
  /// EMFILE.
  public static let processFiles = Errno(24)
  /// ENFILE.
  public static let systemFiles = Errno(23)
  /// ENOEXEC.
  public static let unknownFormat = Errno(8)
  /// E2BIG.
  public static let argumentListTooLong = Errno(7)
}
