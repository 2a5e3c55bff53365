import CKernel
public import Namespaces

// Who this process is, read back after it was changed.

extension Calls {
  /// getresuid(2) and setfsuid(2).
  public static func userIDs() throws(Errno) -> ProcessIDs {
    var ids: [UInt32] = [0, 0, 0, 0]
    try Errno.check(uy_user_ids(&ids))
    return ProcessIDs(ids)
  }

  /// getresgid(2) and setfsgid(2).
  public static func groupIDs() throws(Errno) -> ProcessIDs {
    var ids: [UInt32] = [0, 0, 0, 0]
    try Errno.check(uy_group_ids(&ids))
    return ProcessIDs(ids)
  }

  /// The supplementary groups in the kernel's order, getgroups(2).
  public static func groups() throws(Errno) -> [GroupID] {
    // One more than there is, so that the list is never handed over without a place to write to.
    var list = [UInt32](repeating: .max, count: Int(try groupCount()) + 1)
    let count = try Errno.check(uy_get_groups(&list, list.count))
    return list.prefix(Int(count)).map { GroupID($0) }
  }
}
