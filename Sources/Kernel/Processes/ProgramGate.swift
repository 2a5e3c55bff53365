public import Bytes
import CKernel
public import NamespaceValues

/// Where a process that becomes a program waits for the one that forked it, and where that one finds out
/// whether the program runs: exec(3) closes it. A socket pair of messages, whose first end knows who sent
/// each, unix(7).
///
/// A class, so that who has none has one word to do with. It is made before the fork. Until its owner says
/// on which side it is, it has both ends.
public final class ProgramGate {
  private var outer: OwnedDescriptor?
  private var inner: OwnedDescriptor?

  /// socketpair(2).
  public init() throws(Errno) {
    let ends = try OwnedDescriptor.pair(uy_gate)
    outer = try OwnedDescriptor(ends.0)
    inner = try OwnedDescriptor(ends.1)
  }

  /// After the fork, in the process that waits: close(2) of the other end, or its end would not be seen.
  public func becomeOuter() { inner = nil }

  /// After the fork, in the child: close(2) of the parent's end.
  public func becomeInner() { outer = nil }

  /// The number to wait at for the next message; -1 where there will be none.
  public var number: Int32 { outer?.raw ?? -1 }

  /// The child's end.
  var innerNumber: Int32 { inner?.raw ?? -1 }

  /// Says something to the process that waits, send(2).
  public func say(_ message: ByteString) throws(Errno) {
    guard let raw = inner?.raw else { return }
    try Errno.check(message.withCString { uy_say(raw, $0, message.count) })
  }

  /// Lets the child go on, send(2).
  public func open() throws(Errno) {
    guard let raw = outer?.raw else { return }
    try Errno.check(uy_say(raw, "G", 1))
  }

  /// In the child: waits until it may go on, read(2); false where nobody is left who could let it.
  public func waitUntilOpen() -> Bool {
    guard let raw = inner?.raw else { return false }
    var byte: UInt8 = 0
    return uy_read(raw, &byte, 1) == 1
  }

  /// The next that was said and the process that said it, in the numbers of this PID namespace, recvmsg(2)
  /// without waiting; nil where there is nothing yet. An empty message is the end: nobody has the other end
  /// open any more, and there is nothing to wait for.
  public func nextMessage() throws(Errno) -> (text: ByteString, sender: ProcessID)? {
    guard let raw = outer?.raw else { return nil }
    var (count, sender): (Int, Int32) = (0, 0)
    let text = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, filled in
      count = uy_hear(raw, buffer.baseAddress, buffer.count, &sender)
      filled = max(count, 0)
    }
    if count == -Int(EAGAIN) { return nil }
    try Errno.check(count)
    if count == 0 { outer = nil }
    return (ByteString(text), ProcessID(sender))
  }
}
