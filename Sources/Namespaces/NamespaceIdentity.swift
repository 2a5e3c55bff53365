/// What tells a namespace from all others that exist at the same time, namespaces(7): compare it, keep it in a
/// `Set`, send it. It keeps nothing alive, and another namespace may get it when this one is gone.
public struct NamespaceIdentity: Hashable, Sendable, Codable {
  /// The number of the file system with the files of namespaces.
  public let device: UInt64
  /// The inode number there: that of the link /proc/PID/ns/NAME and of lsns(8).
  public let inode: UInt64

  /// An identity that was written down.
  public init(device: UInt64, inode: UInt64) {
    self.device = device
    self.inode = inode
  }
}
