public import Bytes
public import Capabilities
import Host
public import Kernel
public import NamespaceValues
import Privs
import Survey

/// The machine this runs on, asked by the process that failed. Nobody is waited for: neither a file
/// system that never answers, be it somebody's or a server that is down, nor anything that lies where a file
/// should. And no filter of system calls, seccomp(2), ends the process: where there may be one, no call is
/// made that is new or rare, but for those that have just been made.
/// Its questions are asked in many places and are no part of these: the binary would be larger.
public struct LiveEvidence: EvidenceSource {
  /// Whether paths mean files of somebody else by now. Nothing is read but a /proc that the kernel
  /// itself says is one, and what the kernel has by itself.
  let isAmongOthersFiles: Bool
  /// Whether system calls may go through a filter.
  let mayBeFiltered: Bool
  private let hasAskedForProcess: Bool
  private let mounts = KnownMounts()

  /// - Parameters:
  ///   - isAmongOthersFiles: see `Trouble.isAmongOthersFiles`.
  ///   - hasAskedForProcess: pidfd_open(2) was called already.
  public init(isAmongOthersFiles: Bool = false, hasAskedForProcess: Bool = false) {
    self.isAmongOthersFiles = isAmongOthersFiles
    self.hasAskedForProcess = hasAskedForProcess
    mayBeFiltered = Calls.mayBeFiltered
  }

  /// The longest file that is read, in bytes: a status with all groups there can be.
  private static var longestFile: Int { 1 << 20 }

  /// read(2) of a regular file.
  @inline(never)
  public func content(of path: ByteString) -> Answer<[UInt8]> {
    do throws(Errno) {
      if let name = path.belowProc {
        return .known(try openFile(ofProc: name).readAll(upTo: Self.longestFile))
      }
      if isAmongOthersFiles { return .unknown }
      return .known(try openFile(path).readAll(upTo: Self.longestFile))
    } catch {
      return Self.answer(error)
    }
  }

  /// read(2) of the first page of a regular file.
  @inline(never)
  public func beginning(of path: ByteString) -> Answer<[UInt8]> {
    do throws(Errno) { return .known(try openFile(path).read(atMost: 4096)) } catch {
      return Self.answer(error)
    }
  }

  /// readlink(2).
  @inline(never)
  public func link(at path: ByteString) -> Answer<ByteString> {
    guard let name = path.belowProc else { return .unknown }
    do throws(Errno) {
      let (folder, last) = name.splitAtLastSlash
      return .known(try self.folder(folder, of: try proc()).readLink(last) { ByteString($0) })
    } catch {
      return Self.answer(error)
    }
  }

  /// statx(2).
  @inline(never)
  public func look(at path: ByteString) -> Answer<FileLook> {
    do throws(Errno) {
      if let name = path.belowProc { return .known(try look(ofProc: name)) }
      return .known(completed(try name(path).look(asksMount: !mayBeFiltered)))
    } catch {
      return Self.answer(error)
    }
  }

  /// statx(2) with AT_SYMLINK_NOFOLLOW, in a folder whose file system answers by itself.
  @inline(never)
  public func lookAtEntry(_ path: ByteString) -> Answer<FileLook> {
    let (place, last) = path.entry
    guard !isAmongOthersFiles, !last.isEmpty else { return .unknown }
    do throws(Errno) {
      let folder = try name(place)
      let look = try folder.look(asksMount: !mayBeFiltered)
      guard look.isDirectory else { throw .notDirectory }
      guard answersByItself(look) else { return .unknown }
      return .known(try DirectoryHandle(named: folder).lookAtEntry(last, asksMount: false))
    } catch {
      return Self.answer(error)
    }
  }

  /// Opens a regular file whose file system answers by itself: neither a FIFO nor a device, which would
  /// block or not end.
  private func openFile(_ path: ByteString) throws(Errno) -> OpenFile {
    let file = try name(path)
    let look = try file.look(asksMount: !mayBeFiltered)
    guard look.isRegular, answersByItself(look) else { throw .contradiction }
    // Nobody but the caller and root puts another file there now.
    if !isAmongOthersFiles { return try OpenFile(given: path) }
    return try file.openFile(through: try proc())
  }

  /// Names a file: what the kernel still knows, as of what exec(3) has just looked for, or what can be
  /// found where file systems answer by themselves.
  @inline(never)
  private func name(_ path: ByteString) throws(Errno) -> NamedFile {
    if !mayBeFiltered {
      do throws(Errno) { return try NamedFile(cached: path) } catch {
        guard error.isNoCachedAnswer else { throw error }
      }
    } else if isAmongOthersFiles {
      throw .contradiction
    }
    return try walk.name(path)
  }

  var walk: CarefulWalk {
    CarefulWalk(makesRareCalls: !mayBeFiltered) { answersByItself($0) }
  }

  /// Whether the kernel answers for a file system by itself. Overlayfs does where root of the machine
  /// mounted it: anybody else may have put one over a file system with a server. The caller's own files may
  /// lie on any.
  private func answersByItself(_ look: FileLook) -> Bool {
    guard let type = completed(look).fileSystem else { return false }
    if type.answersByItself { return true }
    if isAmongOthersFiles { return type == .overlay && isMountedByRoot }
    return type == .overlay || type.isOfKernel
  }

  /// A look with what mountinfo says of its mount, where the kernel was not asked for that or does not say.
  private func completed(_ look: FileLook) -> FileLook {
    // Of others nothing is read that is as long as they like.
    guard look.fileSystem == nil, !isAmongOthersFiles, look.mount != 0,
      let entry = mounts.entry(UInt64(look.mount), from: self)
    else { return look }
    var look = look
    look.fileSystem = FileSystemType(named: entry.fileSystem)
    look.forbidsPrograms = entry.has("noexec")
    return look
  }

  /// Whether this mount namespace belongs to the first user namespace.
  private var isMountedByRoot: Bool {
    do throws(Errno) {
      let own = try folder("self/ns", of: try proc())
      return try own.openNamespace("mnt").owner().inode() == NamespaceKind.user.firstNumber
    } catch {
      return false
    }
  }

  /// pidfd_open(2); the number means the process's own in this PID namespace.
  @inline(never)
  public func existence(of process: ProcessID) -> Answer<Bool> {
    if mayBeFiltered, !hasAskedForProcess { return .unknown }
    do throws(Errno) {
      _ = try ProcessHandle(process)
      return .known(true)
    } catch {
      return error == .noProcess ? .known(false) : .refused(error)
    }
  }

  /// ioctl_nsfs(2).
  @inline(never)
  public func namespace(at path: ByteString) -> Answer<NamespaceLook> {
    do throws(Errno) {
      if let name = path.belowProc {
        let (folder, last) = name.splitAtLastSlash
        let directory = try self.folder(folder, of: try proc())
        return .known(try NamespaceLook(try directory.openGivenNamespace(last)))
      }
      // Whoever could put something else there after the look could do it before the program opened it.
      if isAmongOthersFiles { return .unknown }
      let file = try name(path)
      guard completed(try file.look(asksMount: !mayBeFiltered)).fileSystem == .nsfs else {
        return .unknown
      }
      _ = try proc()
      return .known(try NamespaceLook(try file.openNamespace()))
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
  /// capget(2) and prctl(2), or what /proc says.
  public func capabilities() -> CapabilitySets? {
    mayBeFiltered ? status?.sets : try? OwnCapabilities.sets()
  }
  /// prctl(2), or what /proc says.
  public func forbidsNewPrivileges() -> Bool? {
    mayBeFiltered ? status?.forbidsNewPrivileges : try? Calls.forbidsNewPrivileges()
  }
  /// prctl(2).
  public func allowsDumping() -> Bool? { try? Calls.allowsDumping() }
  /// getxattr(2).
  public func givesCapabilities(_ path: ByteString) -> Bool? {
    guard !isAmongOthersFiles, !mayBeFiltered, let look = look(at: path).value,
      answersByItself(look)
    else { return nil }
    return try? FileLook.givesCapabilities(path)
  }
  /// getenv(3).
  public func variable(named name: ByteString) -> ByteString? { Environment.value(of: name) }
  /// getppid(2).
  public func parentProcess() -> ProcessID { Calls.parentProcess }
  /// uname(2).
  public func kernelRelease() -> ByteString? { try? Calls.kernelRelease() }

  private var status: ProcessStatus? {
    content(of: "/proc/self/status").value.map { ProcessStatus($0) }
  }
}

/// /proc/self/mountinfo, read once and only where it is needed.
private final class KnownMounts {
  private var entries: [MountEntry]?

  func entry(_ number: UInt64, from source: LiveEvidence) -> MountEntry? {
    if entries == nil {
      let table = source.content(of: "/proc/self/mountinfo").value
      entries = table.map { MountTable.entries(of: $0) } ?? []
    }
    return entries?.first { $0.number == number }
  }
}
