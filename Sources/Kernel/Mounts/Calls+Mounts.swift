public import Bytes
import CKernel
public import NamespaceValues

// Mounts, and where paths begin.

extension Calls {
  /// mount(2) that makes the namespace of a process stay alive at a file, MS_BIND.
  public static func bind(_ source: ByteString, onto target: ByteString) throws(Errno) {
    try mount(source, target, nil, UInt(MS_BIND))
  }

  /// mount(2) that changes the propagation of a mount and of all below it, MS_REC.
  public static func setPropagation(
    _ propagation: MountPropagation, below target: ByteString
  ) throws(Errno) {
    guard let flag = propagation.flag else { return }
    try mount("none", target, nil, UInt(MS_REC) | flag)
  }

  /// mount(2) of a file system that has no device, such as proc(5). Set-uid programs, devices
  /// and programs have no business in it.
  public static func mountKernelFileSystem(
    _ type: ByteString, at target: ByteString
  ) throws(Errno) {
    try mount(type, target, type, UInt(MS_NOSUID) | UInt(MS_NOEXEC) | UInt(MS_NODEV))
  }

  private static func mount(
    _ source: ByteString, _ target: ByteString, _ type: ByteString?, _ flags: UInt
  ) throws(Errno) {
    try Errno.check(
      source.withCString { source in
        target.withCString { target in
          guard let type else { return uy_mount(source, target, nil, flags) }
          return type.withCString { uy_mount(source, target, $0, flags) }
        }
      })
  }

  /// chroot(2).
  public static func changeRoot(_ path: ByteString) throws(Errno) {
    try Errno.check(path.withCString { uy_chroot($0) })
  }

  /// chdir(2).
  public static func changeDirectory(_ path: ByteString) throws(Errno) {
    try Errno.check(path.withCString { uy_chdir($0) })
  }

  /// Whether the working directory is the root directory or below it, getcwd(2). False too where
  /// it has no path any more.
  public static var isBelowRoot: Bool { uy_is_below_root() }
}
