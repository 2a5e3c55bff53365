public import Bytes
public import Capabilities
import Host
public import Kernel
public import Namespaces

/// The machine this runs on, asked by the process that failed.
public struct LiveEvidence: EvidenceSource {
  /// Whether paths mean files of somebody else by now. He may have put anything at any path, a file
  /// system that never answers included: then nothing is read but a /proc that the kernel itself
  /// says is one.
  private let isAmongOthersFiles: Bool

  /// - Parameter isAmongOthersFiles: see `Trouble.isAmongOthersFiles`.
  public init(isAmongOthersFiles: Bool = false) { self.isAmongOthersFiles = isAmongOthersFiles }

  /// The longest file that is read, in bytes: a status with all groups there can be.
  private static var longestFile: Int { 1 << 20 }

  /// read(2) of a regular file.
  public func content(of path: ByteString) -> Answer<[UInt8]> {
    do throws(Errno) {
      if let name = path.belowProc {
        let proc = try proc()
        return .known(try proc.openFile(name).readAll(upTo: Self.longestFile))
      }
      if isAmongOthersFiles { return .unknown }
      // A FIFO and a device in its place would neither block nor end.
      guard try FileLook(at: path).isRegular else { return .unknown }
      return .known(try OpenFile(given: path).readAll(upTo: Self.longestFile))
    } catch {
      return Self.answer(error)
    }
  }

  /// readlink(2).
  public func link(at path: ByteString) -> Answer<ByteString> {
    guard let name = path.belowProc else { return .unknown }
    do throws(Errno) {
      return .known(try proc().readLink(name) { ByteString($0) })
    } catch {
      return Self.answer(error)
    }
  }

  /// statx(2).
  public func look(at path: ByteString) -> Answer<FileLook> {
    do throws(Errno) {
      if let name = path.belowProc {
        return .known(try proc().look(at: name))
      }
      return .known(try FileLook(at: path))
    } catch {
      return Self.answer(error)
    }
  }

  /// Only what the kernel said of the file itself is an answer.
  private static func answer<Value>(_ error: Errno) -> Answer<Value> {
    error == .contradiction || error.isNoCachedAnswer ? .unknown : .refused(error)
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
  /// uname(2).
  public func kernelRelease() -> ByteString? { try? Calls.kernelRelease() }

  /// The directory /proc, where it is known to be the kernel's.
  /// - Throws: `unknownProc` where it is not.
  private func proc() throws(Errno) -> DirectoryHandle {
    do throws(Errno) {
      if isAmongOthersFiles {
        let directory = try DirectoryHandle(cached: "/proc")
        if try directory.look(at: "").fileSystem == .proc { return directory }
      } else {
        let directory = try DirectoryHandle("/proc")
        if try directory.fileSystemType() == .proc { return directory }
      }
    } catch {
      // That there is no /proc says nothing of what would be in it.
    }
    throw Self.unknownProc
  }

  /// Not an answer of the kernel: nothing may be concluded from it.
  private static var unknownProc: Errno { .contradiction }
}

extension ByteString {
  /// What follows `/proc/`; nil for any other path.
  fileprivate var belowProc: ByteString? { hasPrefix("/proc/") ? dropFirst(6) : nil }
}
