import Bytes
import Kernel
import NamespaceValues

// The ids that a user namespace has, for a program that is to have some of them.

extension Executor {
  /// Before anything is entered: by its path it would be looked up in the target's /proc, which can say
  /// anything. The directory is of this process for good, and its maps are of the user namespace that
  /// the process is in.
  mutating func holdOwnDirectory() throws(LaunchFailure) {
    files.ownDirectory = try attempt(DirectoryHandle("/proc/self").movedAside()) {
      .open("/proc/self", $0)
    }
  }

  /// In the process that was started: /proc/self is its own, not that of a child to come.
  mutating func readOwnMaps(users: Bool, groups: Bool) throws(LaunchFailure) {
    if groups {
      progress.targetGroup = GroupID(try mappedID(.groups, own: Calls.effectiveGroup.number))
    }
    if users { progress.targetUser = UserID(try mappedID(.users, own: Calls.effectiveUser.number)) }
  }

  /// - Parameter own: what the kernel says of this process.
  @inline(never)
  private func mappedID(_ kind: IDMapKind, own: UInt32) throws(LaunchFailure) -> UInt32 {
    let map = try attempt(
      held(files.ownDirectory?.openFile("\(kind.fileName)")).readAll(limit: 1 << 16)
    ) { .open("/proc/self/\(kind.fileName)", $0) }
    // Who has no id there is shown as this one, proc_sys_kernel(5). Where that was changed, and is an id
    // in there, any other would have done as well.
    let mappings = IDMapping.parse(map: map[...])
    guard let id = IDMapping.usualID(of: mappings, own: own == 65534 ? nil : own) else {
      throw .hasNoIDs(kind)
    }
    return id
  }
}
