public import Bytes
import Kernel
public import NamespaceValues

/// The account databases, passwd(5) and group(5), as nsswitch.conf(5) says. getpwnam(3) and its like
/// are never called: in a static program they load the modules of the target's libc, which crash it.
///
/// What cannot be found out for certain is not there, or an error where the caller would go on without
/// it.
public enum Accounts {
  /// getpwnam(3).
  public static func user(named name: ByteString) -> UserID? {
    (try? find(.users, .name(name))).map { UserID($0.id) }
  }

  /// getgrnam(3).
  public static func group(named name: ByteString) -> GroupID? {
    (try? find(.groups, .name(name))).map { GroupID($0.id) }
  }

  /// The login name of a user, getpwuid(3).
  public static func loginName(of user: UserID) -> ByteString? {
    (try? find(.users, .id(user.number))).map { ByteString($0.name) }
  }

  /// Whether an id is a group's, getgrgid(3).
  public static func exists(_ group: GroupID) -> Bool {
    (try? find(.groups, .id(group.number))) != nil
  }

  /// The home directory of a user, getpwuid(3); nil where he has none.
  public static func home(of user: UserID) -> ByteString? {
    guard let entry = try? find(.users, .id(user.number)), !entry.home.isEmpty else { return nil }
    return ByteString(entry.home)
  }

  /// The login shell of a user, getpwuid(3); nil when there is none. Where `mayFork` is false
  /// only /etc/passwd is read.
  public static func shell(of user: UserID, mayFork: Bool) -> ByteString? {
    let key = Key.id(user.number)
    let entry =
      mayFork
      ? try? find(.users, key)
      : (try? content(of: AccountDatabase.users.path))?.firstEntry(of: .users, where: key.matches)
    return entry?.shell
  }

  /// All groups of a user, his own first, each once, as getgrouplist(3) has them; nil when there is no
  /// such user.
  /// - Throws: why they are not known for certain.
  public static func groups(of user: UserID) throws(Errno) -> [GroupID]? {
    guard let account = try find(.users, .id(user.number)) else { return nil }
    // Groups know their members by name. One that means somebody else, because a service let it be
    // chosen, must not give the groups of his.
    guard try find(.users, .name(ByteString(account.name)))?.id == user.number else {
      throw .badMessage
    }
    var groups = [account.group]
    // As in libc there may be a line of its own for this question.
    if services(for: ["initgroups", AccountDatabase.groups.name]) == .files {
      try content(of: AccountDatabase.groups.path).forEachEntry(of: .groups) { entry in
        if entry.hasMember(account.name) { groups.append(entry.group) }
      }
    } else {
      let name = ByteString(account.name)
      let (answer, isComplete) = try Getent.ask("initgroups", [name])
      guard isComplete else { throw .inputOutput }
      groups += try answer.groups(of: name)
    }
    return distinct(groups)
  }

  /// What an entry is found by.
  private enum Key {
    case name(ByteString)
    case id(UInt32)

    var text: ByteString {
      switch self {
      case .name(let name): name
      case .id(let id): "\(id)"
      }
    }

    func matches(_ entry: AccountEntry) -> Bool {
      switch self {
      case .name(let name): entry.name == name.bytes
      case .id(let id): entry.id == id
      }
    }
  }

  private static func find(
    _ database: AccountDatabase, _ key: Key
  ) throws(Errno) -> AccountEntry? {
    if case .name(let name) = key, !isAccountName(name.bytes) { return nil }
    let services = services(for: [database.name])
    if services != .others,
      let entry = try content(of: database.path).firstEntry(of: database, where: key.matches)
    {
      return entry
    }
    if services == .files { return nil }
    let (answer, isFound) = try Getent.ask(database.name, [key.text])
    if !isFound && answer.isEmpty { return nil }
    let entry = try answer.entry(of: database)
    if case .id = key, !key.matches(entry) { throw .badMessage }
    return entry
  }

  /// The services of the first of these databases that nsswitch.conf(5) has a line for.
  static func services(for databases: [ByteString]) -> NameServices {
    let configuration: [UInt8]
    do throws(Errno) { configuration = try content(of: "/etc/nsswitch.conf") } catch {
      return .others
    }
    for database in databases {
      if let services = NameServices(database, in: configuration) { return services }
    }
    return .files
  }

  /// The most bytes that are read: about a million accounts. In an entered root the files may be
  /// anything.
  static var largestAnswer: Int { 64 << 20 }

  /// A file; nothing where there is none.
  static func content(of path: ByteString) throws(Errno) -> [UInt8] {
    do throws(Errno) {
      return try OpenFile(given: path).readAll(inPiecesOf: 16384, upTo: largestAnswer)
    } catch {
      if error == .noEntry { return [] }
      throw error
    }
  }

  /// Each once, at its first place. A user can be in 65536 groups.
  private static func distinct(_ groups: [GroupID]) -> [GroupID] {
    var seen = NumberIndex()
    return groups.filter { group in
      if seen[UInt64(group.number)] != nil { return false }
      seen.set(UInt64(group.number), to: 0)
      return true
    }
  }
}
