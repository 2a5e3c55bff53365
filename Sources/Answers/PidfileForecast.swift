import Bytes
import Capabilities
import Kernel
import NamespaceValues

/// Why a file cannot be the one for a process id, as far as looking tells; nil where nothing is known to be in
/// its way. It is opened before anything changes, so it is the caller's.
func faultOfPidfile(
  at path: ByteString, _ circumstances: Circumstances, from source: some EvidenceSource
) -> PidfileFault? {
  let (folder, last) = path.entry
  if last.isEmpty { return .call(path.isEmpty ? .noEntry : .isDirectory) }
  guard let caller = circumstances.callerUser else { return nil }
  let mayWriteAll =
    source.capabilities().map { $0.effective.contains(.dacOverride) } ?? true
  switch source.lookAtEntry(path) {
  case .known(let look):
    if let fault = PidfileFault(
      mode: look.mode, user: look.user, links: look.links, caller: caller)
    {
      return fault
    }
    if let content = source.beginning(of: path).value, !Pidfile.isNumber(content) {
      return .content
    }
    return !mayWriteAll && look.mode & 0o600 != 0o600 ? .call(.accessDenied) : nil
  case .refused(let errno) where errno == .notDirectory: return .call(errno)
  case .refused(.noEntry):
    // It is to be made: that takes a folder, in which this user may make something.
    switch source.look(at: folder) {
    case .refused(let errno) where errno == .noEntry || errno == .notDirectory:
      return .call(errno)
    case .known(let look) where !look.isDirectory: return .call(.notDirectory)
    case .known(let look) where !mayWriteAll && !look.mayBeWritten(by: caller):
      return .call(.accessDenied)
    default: return nil
    }
  default: return nil
  }
}

extension FileLook {
  /// Whether its permissions may let a user write; his groups, and acl(5), which the bits of the group bound, are
  /// not looked at.
  fileprivate func mayBeWritten(by caller: UserID) -> Bool {
    mode & (user == caller ? 0o200 : 0o022) != 0
  }
}
