public import Bytes
import CKernel
public import NamespaceValues

/// What stat(2) says of a file: which one it is, and whose.
public struct FileFacts: Equatable, Sendable {
  /// The number of the file system it is on.
  public let device: UInt64
  /// The number it has there.
  public let inode: UInt64
  /// As the user namespace of the calling process sees it; the overflow id where it has none.
  public let user: UserID
  /// As the user namespace of the calling process sees it; the overflow id where it has none.
  public let group: GroupID

  /// stat(2).
  public init(of path: ByteString) throws(Errno) { try self.init(of: path, below: AT_FDCWD) }

  init(of name: ByteString, below directory: Int32) throws(Errno) {
    var facts = uy_file_facts()
    try Errno.check(name.withCString { uy_file_facts(directory, $0, &facts) })
    self.init(facts)
  }

  private init(_ facts: uy_file_facts) {
    (device, inode) = (facts.device, facts.inode)
    (user, group) = (UserID(facts.user), GroupID(facts.group))
  }

  /// Whether both mean one file.
  public func isSameFile(as other: FileFacts) -> Bool {
    device == other.device && inode == other.inode
  }
}
