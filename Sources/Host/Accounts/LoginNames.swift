public import Bytes
public import NamespaceValues

extension Accounts {
  /// The login names of users, getpwuid(3), in the order asked for: the file is read once, and
  /// getent(1) asked once for what it does not have.
  /// - Parameter users: each once.
  public static func loginNames(of users: [UserID]) -> [ByteString?] {
    var places = NumberIndex()
    for (place, user) in users.enumerated() { places.set(UInt64(user.number), to: place) }
    var names = [ByteString?](repeating: nil, count: users.count)
    func take(_ entry: AccountEntry) {
      // The first entry of an id counts.
      if let place = places[UInt64(entry.id)], names[place] == nil {
        names[place] = ByteString(entry.name)
      }
    }
    let services = services(for: [AccountDatabase.users.name])
    if services != .others, let content = try? content(of: AccountDatabase.users.path) {
      content.forEachEntry(of: .users, take)
    }
    if services == .files { return names }
    var missing: [ByteString] = []
    for (place, user) in users.enumerated() where names[place] == nil {
      missing.append("\(user.number)")
    }
    var rest = missing[...]
    while !rest.isEmpty {
      // A command line has room for so many.
      guard let (answer, _) = try? Getent.ask(AccountDatabase.users.name, rest.prefix(4096))
      else { break }
      answer.forEachEntry(of: .users, take)
      rest = rest.dropFirst(4096)
    }
    return names
  }
}
