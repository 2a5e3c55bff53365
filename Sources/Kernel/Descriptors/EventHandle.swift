import CKernel
public import NamespaceValues

/// A number that one process hands to another that it forked, eventfd(2).
@frozen public struct EventHandle: ~Copyable {
  private let descriptor: OwnedDescriptor

  /// eventfd(2), close-on-exec.
  public init() throws(Errno) { descriptor = try OwnedDescriptor(uy_eventfd()) }

  /// write(2): hands over a number other than 0.
  public func send(_ number: UInt64) throws(Errno) {
    var value = number
    try Errno.check(uy_write(descriptor.raw, &value, MemoryLayout<UInt64>.size))
  }

  /// Whether there is a number, waiting at most so many milliseconds for one: poll(2).
  public func isReady(within milliseconds: Int32) throws(Errno) -> Bool {
    try descriptor.isReadable(within: milliseconds)
  }

  /// read(2), waiting for the number, and close(2); nil where something else came. The process must
  /// end without coming back to the owner of this value.
  public func receiveLast() throws(Errno) -> UInt64? {
    var value: UInt64 = 0
    let count = try Errno.check(uy_read(descriptor.raw, &value, MemoryLayout<UInt64>.size))
    _ = close(descriptor.raw)
    return count == MemoryLayout<UInt64>.size ? value : nil
  }
}
