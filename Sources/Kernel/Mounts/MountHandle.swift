public import Bytes
import CKernel
public import NamespaceValues

/// A mount that is in no mount namespace until it is placed; it goes away with its owner where that
/// never happens.
@frozen public struct MountHandle: ~Copyable {
  private let descriptor: OwnedDescriptor

  /// A new file system that needs no device, such as proc(5): of the PID namespace, or of the network
  /// namespace, that this process is in. Set-uid programs, devices and programs have no business in it.
  /// fsopen(2), fsconfig(2), fsmount(2): Linux 5.2, ENOSYS before.
  /// - Parameter options: of the file system, each `KEY=VALUE`, with a comma after each, as `hidepid=2,`. One that
  ///   the kernel does not take is an error.
  public init(
    new type: ByteString, isReadOnly: Bool, options: ByteString = ""
  ) throws(Errno) {
    descriptor = try OwnedDescriptor(
      type.withCString { type in options.withCString { uy_new_mount(type, isReadOnly, $0) } })
  }

  /// A copy of what is mounted at a path below a directory, with all mounts on it: open_tree(2).
  public init(
    copyOf path: ByteString, below directory: borrowing DirectoryHandle
  ) throws(Errno) {
    descriptor = try OwnedDescriptor(
      path.withCString { uy_copy_tree(directory.descriptor.raw, $0) })
  }

  /// Mounts it over a directory, move_mount(2).
  public func place(over directory: borrowing DirectoryHandle) throws(Errno) {
    try Errno.check(uy_place_mount(descriptor.raw, directory.descriptor.raw, ""))
  }

  /// Mounts it over what is at a path below another mount, and follows no link there: move_mount(2).
  public func place(at path: ByteString, below mount: borrowing MountHandle) throws(Errno) {
    try Errno.check(path.withCString { uy_place_mount(descriptor.raw, mount.descriptor.raw, $0) })
  }
}

extension DirectoryHandle {
  /// Opens a directory as a place for other names, open(2) with O_PATH; or openat2(2) with
  /// RESOLVE_NO_SYMLINKS, Linux 5.6, ENOSYS before: ELOOP where there is a link in the path.
  public init(_ path: ByteString, avoidingLinks: Bool) throws(Errno) {
    self.init(
      try OwnedDescriptor(
        path.withCString {
          avoidingLinks ? uy_open_without_links($0) : uy_open($0, O_PATH | O_DIRECTORY)
        }))
  }
}
