#if SwiftSystem
  public import Bytes
  public import NamespaceValues
  public import Namespaces
  public import SystemPackage

  extension Program {
    /// A program with its arguments. A path without a slash is searched in the folders of PATH, execvp(3).
    @_disfavoredOverload
    public init(_ path: FilePath, _ arguments: [ByteString] = []) {
      self.init(ByteString(path), arguments)
    }
  }

  extension DescriptorPlacement {
    /// A descriptor under another number, or its own, dup2(2). It is neither changed nor closed here.
    public init(_ source: FileDescriptor, as target: FileDescriptor) {
      self.init(source.rawValue, as: target.rawValue)
    }
  }

  extension CurrentProcess {
    /// How mounts at and below a path travel to and from other mount namespaces, mount_namespaces(7).
    /// - Throws: as the one that takes a `ByteString`.
    @_disfavoredOverload
    public static func setMountPropagation(
      _ propagation: MountPropagation, below path: FilePath
    ) throws(NamespaceError) {
      try setMountPropagation(propagation, below: ByteString(path))
    }

    /// Mounts the proc(5) of its PID namespace, with nosuid, noexec and nodev.
    /// - Throws: as the one that takes a `ByteString`.
    @_disfavoredOverload
    public static func mountProc(at path: FilePath) throws(NamespaceError) {
      try mountProc(at: ByteString(path))
    }
  }
#endif
