public import Bytes
public import NamespaceValues
public import Targets

/// Opens what the command line names, at the moment it is met there.
public protocol EntryFiles: ~Copyable {
  /// Takes note of the target, and makes sure that a target with an inode number is that very
  /// process.
  mutating func choose(_ target: NsenterIntent.Target) throws(NsenterError)
  /// Chooses a process in a namespace as the target, and takes note of it.
  mutating func choose(
    in namespace: NamespaceNumber, _ text: ByteString
  ) throws(NsenterError) -> ProcessID
  /// Reads a file that holds the number of a process, and when it was written.
  mutating func readPidfile(_ path: ByteString) throws(NsenterError) -> PidfileContent
  /// Opens a namespace by the name of its file, or by the number that stands in its place.
  mutating func openNamespace(_ kind: NamespaceKind, at path: ByteString) throws(NsenterError)
  /// Opens a namespace by its id.
  mutating func openNamespace(_ kind: NamespaceKind, withID id: UInt64) throws(NsenterError)
  /// Opens the directory that is to be the root.
  mutating func openRoot(_ path: ByteString) throws(NsenterError)
  /// Opens the directory that the program is to start in.
  mutating func openWorkingDirectory(_ path: ByteString) throws(NsenterError)
}
