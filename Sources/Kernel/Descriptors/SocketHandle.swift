import CKernel
public import NamespaceValues

/// A descriptor of another process that was copied, pidfd_getfd(2). It may lead to anything: to a
/// device or a file of a hostile server, which would get requests made with our rights.
@frozen public struct CopiedDescriptor: ~Copyable {
  let descriptor: OwnedDescriptor

  init(_ descriptor: consuming OwnedDescriptor) { self.descriptor = descriptor }

  /// The number of the copy, for messages.
  public var number: Int32 { descriptor.raw }

  /// The socket it leads to, nil where it is none: statx(2).
  public consuming func socket() throws(Errno) -> SocketHandle? {
    guard try FileIdentity(of: "", below: descriptor.raw).isSocket else { return nil }
    return SocketHandle(descriptor)
  }

  /// The same, asking only what sockets are asked: getsockopt(2).
  consuming func socketByOption() -> SocketHandle? {
    uy_is_socket(descriptor.raw) ? SocketHandle(descriptor) : nil
  }
}

/// A socket, socket(7). Only what was seen to be one becomes one.
@frozen public struct SocketHandle: ~Copyable {
  private let descriptor: OwnedDescriptor

  fileprivate init(_ descriptor: consuming OwnedDescriptor) { self.descriptor = descriptor }

  /// The network namespace of the socket, ioctl(2) SIOCGSKNS.
  public func networkNamespace() throws(Errno) -> NamespaceHandle {
    try NamespaceHandle(askedOf: descriptor, 0x894c)
  }
}
