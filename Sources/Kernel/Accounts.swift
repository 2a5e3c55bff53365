public import Bytes
import CKernel

/// The account databases, passwd(5) and group(5), through the name service switch.
public enum Accounts {
  /// getpwnam(3).
  public static func user(named name: ByteString) -> UserID? {
    account { found in name.withCString { ck_user_by_name($0, found) } }.map { UserID($0.id) }
  }

  /// getgrnam(3).
  public static func group(named name: ByteString) -> GroupID? {
    account { found in name.withCString { ck_group_by_name($0, found) } }.map { GroupID($0.id) }
  }

  /// The login name of a user, getpwuid(3).
  public static func loginName(of user: UserID) -> ByteString? {
    account { ck_user_by_id(user.number, true, $0) }?.name
  }

  /// Whether an id is a group's, getgrgid(3).
  public static func exists(_ group: GroupID) -> Bool {
    account { ck_group_by_id(group.number, $0) } != nil
  }

  /// The login shell of a user, getpwuid(3); nil when there is none. Where `mayFork` is false
  /// only /etc/passwd is read.
  public static func shell(of user: UserID, mayFork: Bool) -> ByteString? {
    guard let shell = account({ ck_user_by_id(user.number, mayFork, $0) })?.shell,
      !shell.isEmpty
    else { return nil }
    return shell
  }

  /// All groups of a user, his own first, as getgrouplist(3) has them; nil when there is no such
  /// user. Throws ENOENT where a service beyond files should be asked and did not answer.
  public static func groups(of user: UserID) throws(Errno) -> [GroupID]? {
    guard let account = account({ ck_user_by_id(user.number, true, $0) }) else { return nil }
    var list = ck_groups()
    defer { ck_free_groups(&list) }
    try Errno.check(account.name.withCString { ck_groups_of_user($0, account.group, &list) })
    return (0..<list.count).map { GroupID(list.ids[$0]) }
  }

  private struct Account {
    let name: ByteString
    let shell: ByteString?
    let id: UInt32
    let group: UInt32
  }

  private static func account(
    _ lookUp: (UnsafeMutablePointer<ck_account>) -> Int32
  ) -> Account? {
    var found = ck_account()
    guard lookUp(&found) == 1 else { return nil }
    return Account(
      name: ByteString(cString: found.name), shell: found.shell.map { ByteString(cString: $0) },
      id: found.id, group: found.group)
  }
}
