public import Bytes
import CKernel
public import Namespaces

/// The kind of a file system: the f_type of statfs(2).
public struct FileSystemType: Equatable, Sendable {
  let magic: Int64

  /// Control groups, version 2.
  public static let cgroup2 = FileSystemType(magic: 0x6367_7270)
  /// Namespace files.
  public static let nsfs = FileSystemType(magic: 0x6e73_6673)
  /// proc(5).
  public static let proc = FileSystemType(magic: 0x9fa0)
  /// Pidfds, Linux 6.9.
  public static let pidfs = FileSystemType(magic: 0x5049_4446)
  /// SELinux.
  public static let selinux = FileSystemType(magic: 0xf97c_ff8c)

  init(magic: Int64) { self.magic = magic }

  /// statfs(2).
  public init(at path: ByteString) throws(Errno) {
    var type: Int64 = 0
    try Errno.check(path.withCString { uy_file_system_type($0, &type) })
    magic = type
  }

  /// fstatfs(2).
  init(of descriptor: borrowing OwnedDescriptor) throws(Errno) {
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
