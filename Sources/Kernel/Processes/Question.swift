public import Bytes
import CKernel
public import NamespaceValues

/// A question to another program, which is started with an empty environment and answers on its
/// standard output.
public enum Question {
  /// Starts a program, reads its answer and reaps it: posix_spawn(3), read(2), waitpid(2).
  /// - Parameters:
  ///   - path: the program's, absolute.
  ///   - words: its name and arguments.
  ///   - limit: the most bytes of an answer that are taken.
  /// - Throws: why it could not be started, or its answer not read; EFBIG where that is longer.
  public static func ask(
    _ path: ByteString, _ words: [ByteString], upTo limit: Int
  ) throws(Errno) -> (answer: [UInt8], status: ChildStatus) {
    var output: Int32 = -1
    guard let argv = Execution.vector(words) else { throw .noMemory }
    defer { free(argv) }
    let process = try Errno.check(path.withCString { uy_spawn($0, argv, &output) })
    let (content, error) = read(try OwnedDescriptor(output), upTo: limit)
    // Always reaped; what could not be read is the first thing to say.
    var status: Int32 = 0
    let ended = uy_wait_spawned(process, &status)
    if let error { throw error }
    try Errno.check(ended)
    return (content, ChildStatus(waitStatus: status))
  }

  /// Closes the pipe at its end, so that a program that goes on writing ends.
  private static func read(
    _ pipe: consuming OwnedDescriptor, upTo limit: Int
  ) -> ([UInt8], Errno?) {
    do throws(Errno) {
      return (try OpenFile(pipe).readAll(inPiecesOf: 16384, upTo: limit), nil)
    } catch {
      return ([], error)
    }
  }
}
