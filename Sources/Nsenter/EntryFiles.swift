public import Bytes
public import NamespaceValues

/// Opens what the command line names, at the moment it is met there.
public protocol EntryFiles: ~Copyable {
  /// Takes note of the target, and makes sure that a target with an inode number is that very
  /// process.
  mutating func choose(_ target: NsenterIntent.Target) throws(NsenterError)
  /// Opens a namespace by the name of its file.
  mutating func openNamespace(_ kind: NamespaceKind, at path: ByteString) throws(NsenterError)
  /// Opens a namespace by its id, which takes Linux 6.19.
  mutating func openNamespace(_ kind: NamespaceKind, withID id: UInt64) throws(NsenterError)
  /// Opens the directory that is to be the root.
  mutating func openRoot(_ path: ByteString) throws(NsenterError)
  /// Opens the directory that the program is to start in.
  mutating func openWorkingDirectory(_ path: ByteString) throws(NsenterError)
}
