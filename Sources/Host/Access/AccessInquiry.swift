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
      var owner = UserNamespaceChain()
      if kind == .user {
        owner = chain(from: file)
      } else if let above = try? file.owner() {
        owner = chain(from: above)
      }
      var target = EntryTarget(kind, owner: owner, companion: owner)
      if let companion { target.companion = chain(from: try NamespaceHandle(given: companion)) }
      if kind == .pid { target.isBelow = isBelow(file) }
      return EntryAccess(target, by: entrant)
    } catch {
      return error.isRefusal ? .refused(.notVisible) : nil
    }
  }

  /// A user namespace and those above it, up to the caller's.
  private func chain(from file: borrowing NamespaceHandle) -> UserNamespaceChain {
    var chain = UserNamespaceChain()
    func add(_ file: borrowing NamespaceHandle) -> Bool {
      guard let number = try? file.inode() else { return false }
      chain.links.append(.init(number, madeBy: try? file.creator()))
      return number != entrant.userNamespace
    }
    guard add(file), var current = try? file.parent() else { return chain }
    // The kernel shows none above the caller's, and makes no more than 33 levels.
    while add(current), let next = try? current.parent() { current = next }
    return chain
  }

  /// Whether a PID namespace is the caller's, or below that.
  private func isBelow(_ file: borrowing NamespaceHandle) -> Bool {
    if (try? file.inode()) == processes { return true }
    guard var current = try? file.parent() else { return false }
    while (try? current.inode()) != processes {
      guard let next = try? current.parent() else { return false }
      current = next
    }
    return true
  }
}
