public import Bytes
import CKernel
public import NamespaceValues

/// The file that this process runs, /proc/self/exe, and what it can be run from instead.
public enum OwnExecutable {
  /// Why this process may not write it, faccessat2(2); `success` where it may.
  public static var writeRefusal: Errno { Errno(-uy_own_binary_access()) }

  /// Whether nobody can ever write it, whatever rights he has, by its seals or its mount; false too
  /// where it cannot be opened.
  public static var isUnwritable: Bool {
    guard let file = try? OpenFile(reading: "/proc/self/exe") else { return false }
    return uy_is_unwritable(file.descriptor.raw)
  }

  /// Whether the file's own capabilities made this process more than its user is, getauxval(3)
  /// AT_SECURE.
  public static var gaveRights: Bool { uy_file_gave_rights() }

  /// Opens it on a read-only mount that is in no mount namespace: open_tree(2), mount_setattr(2). Takes
  /// CAP_SYS_ADMIN, and Linux 5.12.
  public static func onReadOnlyMount() throws(Errno) -> OpenFile {
    OpenFile(try OwnedDescriptor("/proc/self/exe".withCString { uy_read_only_mount(AT_FDCWD, $0) }))
  }

  /// A copy in memory that can never be changed again, memfd_create(2).
  /// - Parameter name: what it is called in /proc/PID/exe.
  public static func sealedCopy(named name: ByteString) throws(Errno) -> OpenFile {
    let file = try OpenFile(reading: "/proc/self/exe")
    return OpenFile(
      try OwnedDescriptor(name.withCString { uy_sealed_copy(file.descriptor.raw, $0) }))
  }

  /// prctl(2) PR_SET_NAME: the kernel names a process after the number or the file of the descriptor
  /// that was executed.
  public static func setProcessName(_ name: ByteString) {
    name.withCString { uy_set_process_name($0) }
  }
}
