public import Bytes
import Capabilities
import Kernel
public import NamespaceValues

/// Asks the kernel what the table of `EntryAccess` wants to know, for this process as the caller. Nothing
/// is entered.
public struct AccessInquiry {
  private let entrant: Entrant
  private let processes: UInt64

  /// Finds out who this process is. What cannot be found out counts as a right that is missing.
  public init() {
    let held = (try? OwnCapabilities.state().effective) ?? []
    entrant = Entrant(
      user: Calls.effectiveUser, userNamespace: Self.own("user"),
      isAdministrator: held.contains(.sysAdmin), mayChangeRoot: held.contains(.sysChroot))
    processes = Self.own("pid")
  }

  private static func own(_ name: ByteString) -> UInt64 {
    (try? FileFacts(of: "/proc/self/ns/\(name)").inode) ?? 0
  }

  /// How the namespace of a process can be entered; nil where it is another one by now.
  /// - Parameter number: which is meant.
  public func access(
    _ kind: NamespaceKind, _ number: UInt64, of process: ProcessID
  ) -> EntryAccess? {
    let directory: ByteString = "/proc/\(process.number)/ns"
    return access(kind, number, at: "\(directory)/\(kind.name)", with: "\(directory)/user")
  }

  /// How the namespace of a file can be entered; nil where that is not known.
  /// - Parameters:
  ///   - number: which is meant.
  ///   - companion: the file of the user namespace that is entered with it; without one its owner.
  public func access(
    _ kind: NamespaceKind, _ number: UInt64, at path: ByteString, with companion: ByteString? = nil
  ) -> EntryAccess? {
    do throws(Errno) {
      // A file that is no namespace by now is neither waited for nor asked.
      let file = try NamespaceHandle(given: path)
      guard try file.fileSystemType() == .nsfs, try file.inode() == number else { return nil }
      let owner = file.owners(as: kind)
      var target = EntryTarget(kind, owner: owner, companion: owner)
      if let companion { target.companion = try NamespaceHandle(given: companion).chain() }
      if kind == .pid { target.isBelow = file.chain().contains(processes) }
      return EntryAccess(target, by: entrant)
    } catch {
      return error.isRefusal ? .refused(.notVisible) : nil
    }
  }
}
