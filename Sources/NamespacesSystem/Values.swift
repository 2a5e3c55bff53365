#if SwiftSystem
  public import Bytes
  public import NamespaceValues
  public import Namespaces
  public import SystemPackage

  extension ByteString {
    /// The bytes of a path.
    public init(_ path: FilePath) {
      self = path.withPlatformString { ByteString(cString: $0) }
    }
  }

  extension FilePath {
    /// The path with these bytes, up to the first NUL, where a path ends for the kernel.
    ///
    /// `FilePath` leaves out slashes that change nothing: `/run//netns/` becomes `/run/netns`.
    public init(_ path: ByteString) {
      self = path.withCString { FilePath(platformString: $0) }
    }
  }

  extension SystemPackage.Errno {
    /// The same number as swift-system has it.
    public init(_ errno: NamespaceValues.Errno) { self.init(rawValue: errno.code) }
  }

  extension NamespaceValues.Errno {
    /// The same number as the calls of `Namespaces` have it.
    public init(_ errno: SystemPackage.Errno) { self.init(errno.rawValue) }
  }

  extension NamespaceError {
    /// The kernel's answer as swift-system has it, errno(3); nil where the module refused by itself.
    public var systemErrno: SystemPackage.Errno? { errno.map { SystemPackage.Errno($0) } }
  }
#endif
