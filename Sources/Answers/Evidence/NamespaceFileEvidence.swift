public import Bytes
public import Kernel

/// What is known of a file that the command line names.
public struct NamespaceFileEvidence: Equatable, Sendable {
  /// Its name; nil where no file is concerned.
  public var path: ByteString?
  /// What is there.
  public var look = Answer<FileLook>.unknown
  /// Any namespace of this process: all of them are on one file system.
  public var sample = Answer<FileLook>.unknown
  /// Where it is one: what the kernel says of it.
  public var namespace = Answer<NamespaceLook>.unknown
  /// What is at this name among those that ip-netns(8) gives, where it is a name without a slash.
  public var networkName = Answer<FileLook>.unknown

  /// Nothing is known.
  public init() {}

  /// Looks at a file.
  mutating func gather(_ path: ByteString, from source: some EvidenceSource) {
    self.path = path
    look = source.look(at: path)
    sample = source.look(at: "/proc/self/ns/mnt")
    if isNamespace == true { namespace = source.namespace(at: path) }
    if !path.isEmpty, !path.bytes.contains(UInt8(ascii: "/")) {
      networkName = source.look(at: "/run/netns/\(path)")
    }
  }

  /// Whether it is a namespace; nil where that is not known. All are on one file system, so nothing
  /// has to be opened.
  var isNamespace: Bool? { isNamespace(look) }

  /// Whether there is a network namespace of that name.
  var isNetworkName: Bool { isNamespace(networkName) == true }

  private func isNamespace(_ look: Answer<FileLook>) -> Bool? {
    guard let look = look.value else { return nil }
    if let system = look.fileSystem { return system == .nsfs }
    return sample.value.map { $0.device == look.device }
  }
}
