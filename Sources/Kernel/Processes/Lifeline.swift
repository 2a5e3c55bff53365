import CKernel
public import NamespaceValues

/// The end of a pipe that only one process keeps open: its death closes it.
@frozen public struct Lifeline: ~Copyable {
  private let writer: OwnedDescriptor

  /// pipe2(2).
  /// - Parameter watch: takes the other end, which notices.
  public init(_ watch: (consuming LifeWatch) -> Void) throws(Errno) {
    let ends = try OwnedDescriptor.pair(uy_pipe)
    let reader = try OwnedDescriptor(ends.0)
    writer = try OwnedDescriptor(ends.1)
    watch(LifeWatch(reader))
  }
}

/// Notices when a process has ended: its pidfd, or the other end of its lifeline.
@frozen public struct LifeWatch: ~Copyable {
  private let descriptor: OwnedDescriptor

  fileprivate init(_ descriptor: consuming OwnedDescriptor) { self.descriptor = descriptor }

  /// pidfd_open(2).
  public init(on process: ProcessID) throws(Errno) {
    descriptor = try OwnedDescriptor(uy_pidfd_open(process.number))
  }

  /// poll(2) without waiting.
  public func hasEnded() throws(Errno) -> Bool { try descriptor.isReadable(within: 0) }
}
