public import Bytes
import CKernel
public import NamespaceValues

// A program that is executed by its descriptor.

extension OpenFile {
  /// Opens a program to look at it, or where reading it is refused only to execute it, O_PATH. It is found as
  /// execvp(3) finds it, by PATH where the name has no slash. A FIFO or a device in its place does not
  /// block and does not become the controlling terminal.
  /// - Throws: what execvp(3) would answer: EACCES for what is no regular file, is on a noexec mount, or
  ///   may not be executed, faccessat2(2).
  public init(program name: ByteString) throws(Errno) {
    descriptor = try OwnedDescriptor(name.withCString { uy_open_program($0) })
  }

  /// The same program where nobody can write it, whatever rights he has: on a read-only mount without a
  /// place, open_tree(2), or where that is not allowed in a sealed copy in memory, memfd_create(2). Its
  /// set-user-id bits and capabilities have no effect in either.
  /// - Parameter name: what the copy is called in /proc/PID/exe.
  /// - Throws: why the copy was not possible.
  public func unwritable(named name: ByteString) throws(Errno) -> OpenFile {
    OpenFile(
      try OwnedDescriptor(name.withCString { uy_unwritable_program(descriptor.raw, $0) }))
  }
}
