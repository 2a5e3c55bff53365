import Bytes
import Capabilities
import Kernel
public import NamespaceValues

extension PrivilegeReport {
  /// Looks at a process: proc_pid_status(5), its user namespace and, of this one, the securebits.
  /// - Parameter process: nil for this one.
  public init(of process: ProcessID?) throws(PrivsFailure) {
    let path: ByteString = process.map { "/proc/\($0.number)" } ?? "/proc/self"
    let content: [UInt8]
    let namespace: UserNamespace
    do throws(Errno) {
      // Both are read below one directory: it cannot become another process's.
      let directory = try DirectoryHandle(path)
      // The longest line names at most 65,536 groups.
      content = try directory.openFile("status").readAll(limit: 1 << 20)
      namespace = Self.userNamespace(below: directory)
    } catch {
      if let process, error == .noEntry || error == .noProcess { throw .noProcess(process) }
      throw .unreadable("\(path)/status", error)
    }
    let own = Calls.ownProcess
    let looked = process ?? own
    self.init(
      process: looked, status: ProcessStatus(content),
      securebits: looked == own ? try Self.ownSecurebits() : nil, userNamespace: namespace)
  }

  private static func ownSecurebits() throws(PrivsFailure) -> Securebits {
    do throws(Errno) { return try OwnCapabilities.securebits() } catch { throw .securebits(error) }
  }

  private static func userNamespace(below directory: borrowing DirectoryHandle) -> UserNamespace {
    do throws(Errno) {
      let namespace = try directory.openNamespace("ns/user")
      return .found(inode: try namespace.inode(), owner: try namespace.creator())
    } catch {
      return .refused(error)
    }
  }
}
