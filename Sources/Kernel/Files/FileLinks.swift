public import Bytes
import CKernel
public import NamespaceValues

/// Links between files, link(2) and symlink(2), and copies of this binary.
public enum FileLinks {
  /// The path of the binary that runs, from /proc/self/exe.
  /// - Throws: ENOENT where another file is there, or none: of one that was removed the kernel makes a
  ///   name that anybody may give to a file of his own.
  public static func ownBinary() throws(Errno) -> ByteString {
    var bytes = [CChar](repeating: 0, count: 4097)
    let capacity = bytes.count - 1
    try Errno.check(uy_readlink("/proc/self/exe", &bytes, capacity))
    let path = bytes.withUnsafeBufferPointer { ByteString(cString: $0.baseAddress!) }
    guard isHard(to: "/proc/self/exe", at: path) else { throw .noEntry }
    return path
  }

  /// What a symbolic link says, readlink(2): at most 255 bytes of it.
  public static func text(of path: ByteString) throws(Errno) -> ByteString {
    var bytes = [CChar](repeating: 0, count: 256)
    let capacity = bytes.count - 1
    try Errno.check(path.withCString { uy_readlink($0, &bytes, capacity) })
    return bytes.withUnsafeBufferPointer { ByteString(cString: $0.baseAddress!) }
  }

  /// link(2).
  public static func hard(to file: ByteString, at path: ByteString) throws(Errno) {
    try Errno.check(file.withCString { file in path.withCString { uy_link(file, $0) } })
  }

  /// symlink(2).
  public static func symbolic(to file: ByteString, at path: ByteString) throws(Errno) {
    try Errno.check(file.withCString { file in path.withCString { uy_symlink(file, $0) } })
  }

  /// A file of its own with the bytes and permissions of the binary that runs; nothing that is
  /// there is overwritten or followed.
  public static func copy(at path: ByteString) throws(Errno) {
    try Errno.check(path.withCString { uy_copy("/proc/self/exe", $0) })
  }

  /// Whether there is such a copy, and no link.
  public static func isCopy(_ path: ByteString) -> Bool {
    path.withCString { uy_is_copy("/proc/self/exe", $0) }
  }

  /// Whether a path is itself a name of a file, and no symbolic link to it: lstat(2).
  public static func isHard(to file: ByteString, at path: ByteString) -> Bool {
    file.withCString { file in path.withCString { uy_is_link(file, $0, false) } }
  }

  /// Whether a path is a symbolic link that leads to a file: lstat(2), stat(2).
  public static func isSymbolic(to file: ByteString, at path: ByteString) -> Bool {
    file.withCString { file in path.withCString { uy_is_link(file, $0, true) } }
  }
}
