import Bytes
import Host
import NamespaceValues
import Targets

extension TargetSearch {
  /// Where the files of engines are looked for. The environment says it of a plain user only.
  static func live(for user: UserID) -> TargetSearch {
    let isRoot = user == UserID(0)
    return TargetSearch(
      for: user, runtime: isRoot ? nil : Environment.value(of: "XDG_RUNTIME_DIR"),
      home: isRoot ? nil : Accounts.home(of: user))
  }
}
