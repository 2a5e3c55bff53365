public import Bytes
import CKernel
public import Namespaces

/// What stat(2) says of a file: which one it is, and whose.
public struct FileFacts: Equatable, Sendable {
  public let device: UInt64
  public let inode: UInt64
  /// As the user namespace of the calling process sees it; the overflow id where it has none.
  public let user: UserID
  /// As the user namespace of the calling process sees it; the overflow id where it has none.
  public let group: GroupID

  /// stat(2).
  public init(of path: ByteString) throws(Errno) { try self.init(of: path, below: AT_FDCWD) }

  init(of name: ByteString, below directory: Int32) throws(Errno) {
    var facts = uy_file_facts()
    try Errno.check(name.withCString { uy_file_facts(directory, $0, &facts) })
    self.init(facts)
  }

  private init(_ facts: uy_file_facts) {
    (device, inode) = (facts.device, facts.inode)
    (user, group) = (UserID(facts.user), GroupID(facts.group))
  }

  public func isSameFile(as other: FileFacts) -> Bool {
    device == other.device && inode == other.inode
  }
}

/// The kind of a file system: the f_type of statfs(2).
public struct FileSystemType: Equatable, Sendable {
  let magic: Int64

  public static let cgroup2 = FileSystemType(magic: 0x6367_7270)
  public static let nsfs = FileSystemType(magic: 0x6e73_6673)
  public static let proc = FileSystemType(magic: 0x9fa0)
  public static let pidfs = FileSystemType(magic: 0x5049_4446)
  public static let selinux = FileSystemType(magic: 0xf97c_ff8c)

  private init(magic: Int64) { self.magic = magic }

  /// statfs(2).
  public init(at path: ByteString) throws(Errno) {
    var type: Int64 = 0
    try Errno.check(path.withCString { uy_file_system_type($0, &type) })
    magic = type
  }

  /// fstatfs(2).
  public init(of descriptor: borrowing OwnedDescriptor) throws(Errno) {
    var type: Int64 = 0
    do throws(Errno) { try Errno.check(uy_file_system_type_of(descriptor.raw, &type)) } catch {
      if !error.isRefusal { throw error }
      // Some filters know only one of the two calls.
      self = try FileSystemType(at: "/proc/self/fd/\(descriptor.raw)")
      return
    }
    magic = type
  }
}
