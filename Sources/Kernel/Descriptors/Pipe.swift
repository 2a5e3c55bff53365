public import Bytes
import CKernel
public import NamespaceValues

/// What children tell the process that forked them, pipe(7). A class, as closures of a launch hold it.
public final class Pipe {
  private var reader: OwnedDescriptor?
  private var writer: OwnedDescriptor?

  /// pipe2(2), close-on-exec.
  public init() throws(Errno) {
    let ends = try OwnedDescriptor.pair(uy_pipe)
    reader = try OwnedDescriptor(ends.0)
    writer = try OwnedDescriptor(ends.1)
  }

  /// write(2), in a child. Texts of several children do not mix where each has less than 4096 bytes.
  public func send(_ text: ByteString) throws(Errno) {
    guard let descriptor = writer?.raw, !text.isEmpty else { return }
    try Errno.check(text.withCString { uy_write(descriptor, $0, text.count) })
  }

  /// read(2) until no child can send any more; there is no second time.
  /// - Parameter limit: the most bytes that are taken.
  public func receiveAll(limit: Int) throws(Errno) -> [UInt8] {
    // Then the end of the children is the end of what can be read.
    writer = nil
    guard let reader = reader.take() else { return [] }
    return try OpenFile(reader).read(atMost: limit)
  }

  /// Makes the pipe the standard error of this process, dup2(2), where it reaches nobody as long as
  /// this is not read. What is started must say less than a pipe holds.
  public func takeStandardError() throws(Errno) {
    guard let descriptor = writer?.raw else { return }
    try Errno.check(uy_take_standard_error(descriptor))
  }
}
