public import Bytes
import CKernel
public import NamespaceValues

/// An open namespace, or what the user named as one: setns(2) and ioctl_nsfs(2) tell. The namespace
/// lives as long as it is open.
@frozen public struct NamespaceHandle: ~Copyable {
  let descriptor: OwnedDescriptor

  init(_ descriptor: consuming OwnedDescriptor) { self.descriptor = descriptor }

  /// Takes the namespace that ioctl(2) answers a request with, which has no argument.
  init(askedOf asked: borrowing OwnedDescriptor, _ request: UInt) throws(Errno) {
    descriptor = try OwnedDescriptor(uy_ioctl_open(asked.raw, request))
  }

  /// Takes over a namespace file by the number of its descriptor.
  public init(taking number: Int32) throws(Errno) { descriptor = try OwnedDescriptor(number) }

  /// Opens a namespace file, open(2).
  public init(_ path: ByteString) throws(Errno) {
    descriptor = try OwnedDescriptor(path, O_RDONLY)
  }

  /// Opens a namespace file by the name the user gave, open(2). A FIFO or a device in its place does
  /// not block and does not become the controlling terminal.
  public init(given path: ByteString) throws(Errno) {
    descriptor = try OwnedDescriptor(path, OwnedDescriptor.given)
  }

  /// Enters the namespace, setns(2); throws EINVAL where it is of another kind.
  public func enter(as kind: NamespaceKind) throws(Errno) {
    try Errno.check(uy_setns(descriptor.raw, kind.flag))
  }

  /// The descriptor's number.
  public func number() -> Int32 { descriptor.raw }

  /// Which file it is, statx(2).
  public func identity() throws(Errno) -> FileIdentity {
    try FileIdentity(of: "", below: descriptor.raw)
  }

  /// fstatfs(2): `.nsfs`, unless it is something else that the user named.
  public func fileSystemType() throws(Errno) -> FileSystemType {
    try FileSystemType(of: descriptor)
  }

  /// The inode number, by which namespaces are told from each other, statx(2).
  public func inode() throws(Errno) -> UInt64 { try descriptor.inode() }
}

// MARK: ioctl_nsfs(2)

extension NamespaceHandle {
  /// The user namespace that owns this one; the parent of a user namespace. ioctl_nsfs(2)
  /// NS_GET_USERNS.
  public func owner() throws(Errno) -> NamespaceHandle {
    try NamespaceHandle(askedOf: descriptor, 0xb701)
  }

  /// The namespace above a PID or user namespace, ioctl_nsfs(2) NS_GET_PARENT.
  public func parent() throws(Errno) -> NamespaceHandle {
    try NamespaceHandle(askedOf: descriptor, 0xb702)
  }

  /// The kind, ioctl_nsfs(2) NS_GET_NSTYPE; nil for one we do not know.
  public func kind() throws(Errno) -> NamespaceKind? {
    let flag = try Errno.check(uy_ioctl_open(descriptor.raw, 0xb703))
    return NamespaceKind.allCases.first { $0.flag == flag }
  }

  /// The 64-bit id, which no other namespace ever gets: ioctl_nsfs(2) NS_GET_ID, Linux 6.18. Throws
  /// ENOTTY before.
  public func id() throws(Errno) -> UInt64 {
    var id: UInt64 = 0
    try Errno.check(uy_namespace_id(descriptor.raw, &id))
    return id
  }

  /// A user or PID namespace and those above it. The kernel shows none above the caller's, and makes no more
  /// than 33 levels.
  @inline(never)
  public func chain() -> NamespaceChain {
    var chain = NamespaceChain()
    func add(_ file: borrowing NamespaceHandle) -> Bool {
      guard let number = try? file.inode() else { return false }
      chain.links.append(.init(number, madeBy: try? file.creator()))
      return chain.links.count < 33
    }
    guard add(self), var place = try? parent() else { return chain }
    while add(place), let above = try? place.parent() { place = above }
    return chain
  }

  /// The user namespace that owns a namespace, and those above it; of a user namespace, itself. Nothing where it
  /// is outside of what may be seen.
  public func owners(as kind: NamespaceKind?) -> NamespaceChain {
    if kind == .user { return chain() }
    guard let owner = try? owner() else { return NamespaceChain() }
    return owner.chain()
  }

  /// Who made a user namespace, ioctl_nsfs(2) NS_GET_OWNER_UID; other kinds have no such answer.
  public func creator() throws(Errno) -> UserID {
    var user: UInt32 = 0
    try Errno.check(uy_owner_uid(descriptor.raw, &user))
    return UserID(user)
  }
}
