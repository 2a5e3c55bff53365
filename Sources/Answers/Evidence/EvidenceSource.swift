public import Bytes
public import Capabilities
public import Kernel
public import NamespaceValues

/// What a question to the machine came to.
public enum Answer<Value> {
  /// Nobody asked, or nobody could.
  case unknown
  /// The kernel refused.
  case refused(Errno)
  case known(Value)

  /// What was found out, if anything was.
  public var value: Value? {
    if case .known(let value) = self { return value }
    return nil
  }

  /// Whether it is certain that there is no such file.
  public var isAbsent: Bool {
    if case .refused(let errno) = self { return errno == .noEntry || errno == .notDirectory }
    return false
  }
}

extension Answer: Equatable where Value: Equatable {}
extension Answer: Sendable where Value: Sendable {}

/// Where evidence is gathered. Every question is a read: it changes nothing, starts nothing, and does
/// not wait, whatever lies at a path. Generic, so that tests can answer.
public protocol EvidenceSource {
  /// The whole content of a small regular file.
  func content(of path: ByteString) -> Answer<[UInt8]>
  /// The first page of a regular file, which need not be known to be small.
  func beginning(of path: ByteString) -> Answer<[UInt8]>
  /// What a link says, readlink(2).
  func link(at path: ByteString) -> Answer<ByteString>
  /// What a file is.
  func look(at path: ByteString) -> Answer<FileLook>
  /// What a name is itself: where it is a link, that is not followed.
  func lookAtEntry(_ path: ByteString) -> Answer<FileLook>
  /// Whether there is a process, pidfd_open(2). Refused for what is a thread.
  func existence(of process: ProcessID) -> Answer<Bool>
  /// What the kernel says of the namespace at a path at which a look saw one.
  func namespace(at path: ByteString) -> Answer<NamespaceLook>
  /// What stands in the way of a call that no kernel refuses; nil where nothing does.
  func refusal(of call: HarmlessCall) -> Errno?
  /// All five sets of this process.
  func capabilities() -> CapabilitySets?
  /// PR_GET_NO_NEW_PRIVS of prctl(2).
  func forbidsNewPrivileges() -> Bool?
  /// PR_GET_DUMPABLE of prctl(2): whether the files of this process below /proc are its own.
  func allowsDumping() -> Bool?
  /// Whether a program's file gives it capabilities, getxattr(2).
  func givesCapabilities(_ path: ByteString) -> Bool?
  /// A variable of the environment, getenv(3).
  func variable(named name: ByteString) -> ByteString?
  /// The process that started this one, getppid(2).
  func parentProcess() -> ProcessID
  /// The release of the kernel, uname(2).
  func kernelRelease() -> ByteString?
}
