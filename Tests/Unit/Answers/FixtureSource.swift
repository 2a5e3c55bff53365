import Answers
import Bytes
import Capabilities
import Kernel
import NamespaceValues

/// A machine that a test makes up.
struct FixtureSource: EvidenceSource {
  var files: [ByteString: String] = [:]
  var links: [ByteString: ByteString] = [:]
  var looks: [ByteString: FileLook] = [:]
  var refusals: [HarmlessCall: Errno] = [:]
  var sets: CapabilitySets?
  var variables: [ByteString: ByteString] = [:]
  var capableFiles: [ByteString] = []
  var release: ByteString? = "6.12.0"

  func content(of path: ByteString) -> Answer<[UInt8]> {
    files[path].map { .known(Array($0.utf8)) } ?? .refused(.noEntry)
  }
  func beginning(of path: ByteString) -> Answer<[UInt8]> { content(of: path) }
  func link(at path: ByteString) -> Answer<ByteString> {
    links[path].map { .known($0) } ?? .refused(.noEntry)
  }
  func look(at path: ByteString) -> Answer<FileLook> {
    looks[path].map { .known($0) }
      ?? (path.hasPrefix("/proc/self/ns/") ? .unknown : .refused(.noEntry))
  }
  func lookAtEntry(_ path: ByteString) -> Answer<FileLook> {
    looks[path].map { .known($0) } ?? .refused(.noEntry)
  }
  func existence(of process: ProcessID) -> Answer<Bool> { .unknown }
  func namespace(at path: ByteString) -> Answer<NamespaceLook> { .unknown }
  func refusal(of call: HarmlessCall) -> Errno? { refusals[call] }
  func capabilities() -> CapabilitySets? { sets }
  func forbidsNewPrivileges() -> Bool? { false }
  func allowsDumping() -> Bool? { true }
  func givesCapabilities(_ path: ByteString) -> Bool? { capableFiles.contains(path) }
  func variable(named name: ByteString) -> ByteString? { variables[name] }
  func parentProcess() -> ProcessID { ProcessID(1) }
  func kernelRelease() -> ByteString? { release }
}
