import Bytes
import Host
import NamespaceValues
import Survey

/// The names of the users of a listing. All of them are looked up together when the first is wanted,
/// since each question to a service starts a program; what was not found is remembered as well.
final class UserNames {
  private let users: () -> [UserID]
  private var index: NumberIndex?
  private var names: [ByteString] = []

  /// - Parameter users: those that may be asked for, called once and only when one is.
  init(_ users: @escaping () -> [UserID]) { self.users = users }

  /// The name of a user; the number where there is none that can be printed.
  func name(of user: UserID) -> ByteString {
    if index == nil { lookUp() }
    guard let place = index?[UInt64(user.number)] else { return "\(user.number)" }
    return names[place]
  }

  private func lookUp() {
    var index = NumberIndex()
    var distinct: [UserID] = []
    for user in users() where index[UInt64(user.number)] == nil {
      index.set(UInt64(user.number), to: distinct.count)
      distinct.append(user)
    }
    self.index = index
    names = zip(distinct, Accounts.loginNames(of: distinct)).map { user, name in
      guard let name, isPrintable(name) else { return "\(user.number)" }
      return name
    }
  }

  private func isPrintable(_ name: ByteString) -> Bool {
    var rest = name.bytes
    while !rest.isEmpty {
      guard case .printable(let count, _) = Locale.firstCharacter(of: rest) else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
