public import Bytes
public import Capabilities
import Host
public import Kernel
public import Namespaces

/// The machine this runs on, asked by the process that failed.
public struct LiveEvidence: EvidenceSource {
  /// Whether paths mean files of somebody else by now. He may have put anything at any path, a file
  /// system that never answers included: then nothing is read but a /proc that the kernel itself
  /// says is one, and what the kernel has by itself.
  private let isAmongOthersFiles: Bool

  /// - Parameter isAmongOthersFiles: see `Trouble.isAmongOthersFiles`.
  public init(isAmongOthersFiles: Bool = false) { self.isAmongOthersFiles = isAmongOthersFiles }

  /// The longest file that is read, in bytes: a status with all groups there can be.
  private static var longestFile: Int { 1 << 20 }

  /// read(2) of a regular file.
  public func content(of path: ByteString) -> Answer<[UInt8]> {
    do throws(Errno) {
      if let name = path.belowProc {
        return .known(try openFile(ofProc: name).readAll(upTo: Self.longestFile))
      }
      if isAmongOthersFiles { return .unknown }
      // A FIFO and a device in its place would neither block nor end.
      guard try FileLook(at: path).isRegular else { return .unknown }
      return .known(try OpenFile(given: path).readAll(upTo: Self.longestFile))
    } catch {
      return Self.answer(error)
    }
  }

  /// read(2) of the first page of a regular file.
  public func beginning(of path: ByteString) -> Answer<[UInt8]> {
    do throws(Errno) {
      if !isAmongOthersFiles {
        guard try FileLook(at: path).isRegular else { return .unknown }
        return .known(try OpenFile(given: path).read(atMost: 4096))
      }
      let file = try name(path)
      let look = try file.look()
      guard look.isRegular, answersByItself(look.fileSystem) else { return .unknown }
      // By way of the descriptor: by its name another file could be opened, which was put there since.
      return .known(try file.openFile(through: try proc()).read(atMost: 4096))
    } catch {
      return Self.answer(error)
    }
  }

  /// readlink(2).
  public func link(at path: ByteString) -> Answer<ByteString> {
    guard let name = path.belowProc else { return .unknown }
    do throws(Errno) {
      let proc = try proc()
      if !isAmongOthersFiles {
        return .known(try proc.readLink(name) { ByteString($0) })
      }
      let (folder, last) = name.splitAtLastSlash
      if folder.isEmpty { return .known(try proc.readLink(last) { ByteString($0) }) }
      let inner = try DirectoryHandle(folder, within: proc)
      return .known(try inner.readLink(last) { ByteString($0) })
    } catch {
      return Self.answer(error)
    }
  }

  /// statx(2).
  public func look(at path: ByteString) -> Answer<FileLook> {
    do throws(Errno) {
      if !isAmongOthersFiles {
        guard let name = path.belowProc else { return .known(try FileLook(at: path)) }
        return .known(try proc().look(at: name))
      }
      if let name = path.belowProc {
        let proc = try proc()
        let (folder, last) = name.splitAtLastSlash
        if folder.isEmpty { return .known(try proc.lookAtEntry(last)) }
        return .known(try DirectoryHandle(folder, within: proc).lookAtEntry(last))
      }
      return .known(try name(path).look())
    } catch {
      return Self.answer(error)
    }
  }

  /// Names a file among those of somebody else: what the kernel still knows, as of what exec(3) has just
  /// looked for, or what can be found where file systems answer by themselves.
  private func name(_ path: ByteString) throws(Errno) -> NamedFile {
    do throws(Errno) { return try NamedFile(cached: path) } catch {
      guard error.isNoCachedAnswer else { throw error }
    }
    return try CarefulWalk.name(path) { answersByItself($0) }
  }

  /// Whether the kernel answers for a file system by itself. Overlayfs does where root of the machine
  /// mounted it: anybody else may have put one over a file system with a server.
  private func answersByItself(_ type: FileSystemType?) -> Bool {
    guard let type else { return false }
    return type.answersByItself || type == .overlay && isMountedByRoot
  }

  /// Whether this mount namespace belongs to the first user namespace.
  private var isMountedByRoot: Bool {
    do throws(Errno) {
      let own = try DirectoryHandle("self/ns", within: try proc())
      return try own.openNamespace("mnt").owner().inode() == NamespaceKind.user.firstNumber
    } catch {
      return false
    }
  }

  /// pidfd_open(2); the number means the process's own in this PID namespace.
  public func existence(of process: ProcessID) -> Answer<Bool> {
    do throws(Errno) {
      _ = try ProcessHandle(process)
      return .known(true)
    } catch {
      return error == .noProcess ? .known(false) : .refused(error)
    }
  }

  /// ioctl_nsfs(2).
  public func namespace(at path: ByteString) -> Answer<NamespaceLook> {
    do throws(Errno) {
      if let name = path.belowProc {
        let (folder, last) = name.splitAtLastSlash
        let directory = try DirectoryHandle(folder, within: try proc())
        return .known(try NamespaceLook(try directory.openGivenNamespace(last)))
      }
      // Whoever could put something else there after the look could do it before the program opened it.
      if isAmongOthersFiles { return .unknown }
      return .known(try NamespaceLook(NamespaceHandle(given: path)))
    } catch {
      return Self.answer(error)
    }
  }

  /// Only what the kernel said of the file itself is an answer.
  private static func answer<Value>(_ error: Errno) -> Answer<Value> {
    error == .contradiction || error == .crossDevice || error.isNoCachedAnswer
      ? .unknown : .refused(error)
  }

  /// Makes the call.
  public func refusal(of call: HarmlessCall) -> Errno? { call.refusal() }
  /// capget(2) and prctl(2).
  public func capabilities() -> CapabilitySets? { try? OwnCapabilities.sets() }
  /// prctl(2).
  public func forbidsNewPrivileges() -> Bool? { try? Calls.forbidsNewPrivileges() }
  /// prctl(2).
  public func allowsDumping() -> Bool? { try? Calls.allowsDumping() }
  /// getxattr(2). Asked of programs that were just executed: whatever would keep it waiting has kept
  /// that waiting.
  public func givesCapabilities(_ path: ByteString) -> Bool? {
    isAmongOthersFiles ? nil : try? FileLook.givesCapabilities(path)
  }
  /// getenv(3).
  public func variable(named name: ByteString) -> ByteString? { Environment.value(of: name) }
  /// getppid(2).
  public func parentProcess() -> ProcessID { Calls.parentProcess }
  /// uname(2).
  public func kernelRelease() -> ByteString? { try? Calls.kernelRelease() }
}

// MARK: /proc

extension LiveEvidence {
  /// Opens a file of /proc. Something else may be mounted on it: a FIFO, or a file system that never
  /// answers.
  private func openFile(ofProc name: ByteString) throws(Errno) -> OpenFile {
    let proc = try proc()
    do throws(Errno) { return try proc.openFile(within: name) } catch {
      // Before Linux 5.6, and with old filters.
      guard error.isRefusal, !isAmongOthersFiles else { throw error }
      guard try proc.look(at: name).isRegular else { throw Self.unknownProc }
      return try OpenFile(given: "/proc/\(name)")
    }
  }

  /// The directory /proc, where it is known to be the kernel's.
  /// - Throws: `unknownProc` where it is not.
  private func proc() throws(Errno) -> DirectoryHandle {
    do throws(Errno) {
      if isAmongOthersFiles {
        let directory = try DirectoryHandle(cached: "/proc")
        let look = try directory.look(at: "")
        // Not a part of one that was bound there.
        if look.fileSystem == .proc, look.inode == Self.rootOfProc { return directory }
      } else {
        let directory = try DirectoryHandle("/proc")
        if try directory.fileSystemType() == .proc { return directory }
      }
    } catch {
      // That there is no /proc says nothing of what would be in it.
    }
    throw Self.unknownProc
  }

  /// The inode of the directory that proc(5) begins with.
  private static var rootOfProc: UInt64 { 1 }

  /// Not an answer of the kernel: nothing may be concluded from it.
  private static var unknownProc: Errno { .contradiction }
}

extension ByteString {
  /// What follows `/proc/`; nil for any other path.
  fileprivate var belowProc: ByteString? { hasPrefix("/proc/") ? dropFirst(6) : nil }

  /// What stands before its last slash, and after it.
  fileprivate var splitAtLastSlash: (folder: ByteString, last: ByteString) {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return ("", self) }
    return (ByteString(bytes[..<slash]), dropFirst(slash + 1))
  }
}

extension NamespaceLook {
  /// The kernel lets user and PID namespaces nest 32 deep, user_namespaces(7).
  private static var deepest: Int { 33 }

  fileprivate init(_ namespace: consuming NamespaceHandle) throws(Errno) {
    self.init(try namespace.inode(), try namespace.kind())
    owner = try? namespace.owner().inode()
    if kind == .user { creator = try? namespace.creator() }
    guard kind == .user || kind == .pid else { return }
    var place = namespace
    while ancestors.count < Self.deepest {
      // Ends where what is above may not be seen, or nothing is.
      guard let above = try? place.parent(), let number = try? above.inode() else { return }
      ancestors.append(number)
      place = above
    }
  }
}
