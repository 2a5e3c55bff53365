import Bytes
import Capabilities
import NamespaceValues
import Nsls
import Survey

/// There is no listing.
func nslsErrorHints(_ error: NslsError, _ trouble: Trouble, _ evidence: Evidence) -> [Hint] {
  switch error {
  case .unknownKind: return [kindNames]
  case .unknownTree:
    return [Hint("tree-words", "trees are owner, parent and process, behind a =: --tree=parent")]
  case .unknownDiscovery:
    return [
      Hint(
        "discovery-words",
        "ways are proc,fd,socket,mount,task,children,mount-all,ancestor and all; a + in front adds to the usual ones"
      )
    ]
  case .unknownColumn:
    return [
      Hint(
        "column-names",
        "--list-columns (-H) shows the names of all columns; of unyoke: HELDBY, NSID, CGROUP, UNIT, CONTAINER, ACCESS"
      )
    ]
  case .unknownFilterColumns, .filter:
    return [
      Hint(
        "filter-words",
        "a filter compares columns (-H shows them), and texts stand in quotes: -Q 'TYPE == \"net\" && NPROCS > 1'"
      )
    ]
  case .process(let text, .invalid):
    var cursor = ByteCursor(text)
    return cursor.number() == nil && !text.isEmpty ? [targetIsName(text.shortened)] : []
  case .namespace(let text, _): return namespaceWordHints(text)
  case .noSuchNamespace(let number): return missingNamespaceHints(number, trouble, evidence)
  case .noSuchHeld: return evidence.process.has(.sysPtrace) == false ? [namespaceIsNotSeen] : []
  case .inventory(.mountTable(.noEntry)), .inventory(.read(_, .noEntry)):
    return evidence.process.lacksProc == true ? [procIsNotMounted] : []
  default: return []
  }
}

/// What `-t` of nsls takes, and `--except` of nsenter.
var kindNames: Hint {
  Hint("kind-names", "kinds are mnt, net, ipc, user, pid, uts, cgroup and time")
}

/// The operand is no number.
private func namespaceWordHints(_ text: ByteString) -> [Hint] {
  if let kind = NamespaceKind(named: text) {
    return [
      Hint(
        "operand-is-kind", "an operand is the number of one namespace; one kind: -t \(kind.name)")
    ]
  }
  let isLink = text.bytes.contains(UInt8(ascii: "["))
  return [
    Hint(
      "operand-is-no-number",
      isLink
        ? "the number alone is wanted, which stands between the brackets"
        : "an operand is the number of a namespace, as in the column NS or in readlink /proc/PID/ns/net"
    )
  ]
}

private func missingNamespaceHints(
  _ number: UInt64, _ trouble: Trouble, _ evidence: Evidence
) -> [Hint] {
  if number > UInt64(UInt32.max) {
    return [
      Hint(
        "operand-too-large",
        "no namespace has the number \(number): inode numbers of namespaces end at 4294967295")
    ]
  }
  if number < lowestNamespaceNumber {
    return [
      evidence.target.exists == .known(true)
        ? Hint("operand-is-pid", "\(number) is a process; its namespaces: -p \(number)")
        : Hint(
          "operand-is-id",
          "\(number) may be a namespace's id (NS_GET_ID); here it is the inode number, as in the column NS"
        )
    ]
  }
  if evidence.process.has(.sysPtrace) == false {
    return [namespaceIsNotSeen]
  }
  if trouble.circumstances.discoversAll { return [] }
  return [
    Hint(
      "namespace-not-found",
      "threads, children and other mount namespaces may have it: --discover=all looks there too")
  ]
}

private var namespaceIsNotSeen: Hint {
  Hint(
    "namespace-not-seen",
    "processes of other users do not show their namespaces to a plain user: root may find it, if it exists"
  )
}

/// The kernel's own first numbers, below which no namespace has one.
let lowestNamespaceNumber: UInt64 = 0xEFFF_FFF8
