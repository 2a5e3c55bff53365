import Bytes
import NamespaceValues
import Unshare

/// unshare does not accept its command line.
func unshareErrorHints(_ error: UnshareError, _ trouble: Trouble, _ evidence: Evidence) -> [Hint] {
  switch error {
  case .launch(let error): launchOptionHints(error)
  case .noSubordinateLine(let login, let file):
    [missingLine(login, file, trouble, evidence)]
  case .subordinateNumber(let text, _): [badLine(text, trouble, evidence)].compactMap { $0 }
  case .open(let file, .noEntry) where file != "/proc/self/uid_map" && file != "/proc/self/gid_map":
    [
      Hint(
        "no-subordinate-file",
        "nobody has subordinate ids here: \(file.shortPath) is made by the package with newuidmap (uidmap or shadow-utils)"
      )
    ]
  case .unknownCaller(let user):
    [
      Hint(
        "caller-without-account",
        user == .root
          ? "root has no line in passwd(5), by which ids are delegated; give ranges as numbers (--map-users 0:FIRST:COUNT)"
          : "user \(user.number) has no line in passwd(5), by which ids are delegated: root can add one; or map one id (-r), or be root"
      )
    ]
  case .mapping:
    [
      Hint(
        "id-range",
        "a range is INNER:OUTER:COUNT, such as 0:100000:65536, and ends before 4294967295; or auto, subids, all"
      )
    ]
  default: []
  }
}

private func missingLine(
  _ login: ByteString, _ file: ByteString, _ trouble: Trouble, _ evidence: Evidence
) -> Hint {
  if let service = evidence.delegation.otherService {
    return Hint(
      "subordinate-service",
      "nsswitch.conf has ids delegated by \(service.shortened), of which only newuidmap knows: give the range (--map-users 0:FIRST:COUNT)"
    )
  }
  let kind: IDMapKind = file == IDMapKind.groups.subordinateFile ? .groups : .users
  if let user = trouble.callerUser, let content = evidence.delegation.file(kind).value,
    let line = SubordinateIDs.misspelledLine(in: content, login: login, user: user)
  {
    return Hint(
      "subordinate-line",
      "line \(line) of \(file.shortPath) begins with this user, but is not USER:FIRST:COUNT without blanks: root corrects it"
    )
  }
  let option: StaticString = kind == .users ? "--add-subuids" : "--add-subgids"
  // Behind all others: ids of two users must not be the same.
  let first = max(
    100_000, (evidence.delegation.file(kind).value).map { SubordinateIDs.end(of: $0) } ?? 0)
  let last = first + 65535
  let ids: ByteString = last < UInt64(UInt32.max) ? "\(first)-\(last)" : "FIRST-LAST"
  return Hint(
    "no-subordinate-ids",
    "nobody delegated ids to \(login.shortened): root can do it by usermod \(option) \(ids) \(login.shortened)"
  )
}

/// Which line it is, and where.
private func badLine(_ text: ByteString, _ trouble: Trouble, _ evidence: Evidence) -> Hint? {
  guard let user = trouble.callerUser else { return nil }
  for kind in [IDMapKind.users, .groups] {
    guard let content = evidence.delegation.file(kind).value,
      let fault = SubordinateIDs.firstFault(
        in: content, login: evidence.delegation.login(of: user), user: user), fault.text == text
    else { continue }
    return Hint(
      "subordinate-line",
      "line \(fault.line) of \(kind.subordinateFile), byte \(fault.byte): \(fault.text.shortened) and what is before it make no range below 4294967295"
    )
  }
  return nil
}
