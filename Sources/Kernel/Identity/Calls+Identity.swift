import CKernel
public import NamespaceValues

// Who this process is.

extension Calls {
  /// geteuid(2).
  public static var effectiveUser: UserID { UserID(geteuid()) }

  /// getegid(2).
  public static var effectiveGroup: GroupID { GroupID(getegid()) }

  /// getuid(2).
  public static var realUser: UserID { UserID(getuid()) }

  /// setgroups(2) with an empty list.
  public static func dropGroups() throws(Errno) { try Errno.check(uy_drop_groups()) }

  /// setgroups(2).
  public static func setGroups(_ groups: [GroupID]) throws(Errno) {
    try Errno.check(uy_set_groups(groups.map { $0.number }, groups.count))
  }

  /// How many supplementary groups this process has, getgroups(2).
  public static func groupCount() throws(Errno) -> Int32 { try Errno.check(uy_group_count()) }

  /// setgid(2).
  public static func setGroup(_ group: GroupID) throws(Errno) {
    try Errno.check(uy_setgid(group.number))
  }

  /// setuid(2).
  public static func setUser(_ user: UserID) throws(Errno) {
    try Errno.check(uy_setuid(user.number))
  }

  /// prctl(2) PR_SET_NO_NEW_PRIVS: from now on no program gives more rights than this process
  /// has.
  public static func forbidNewPrivileges() throws(Errno) {
    try Errno.check(uy_forbid_new_privileges())
  }

  /// prctl(2) PR_GET_NO_NEW_PRIVS.
  public static func forbidsNewPrivileges() throws(Errno) -> Bool {
    try Errno.check(uy_forbids_new_privileges()) != 0
  }
}

// MARK: Read back after it was changed

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
