import Bytes
import Kernel
import Launch
import NamespaceValues
import Survey
import Unshare

// newuidmap(1) and newgidmap(1), which map ranges of ids for plain users, and speak for themselves.

/// One of them is not there.
func helperMissing(_ program: ByteString) -> Hint {
  Hint(
    "helper-missing",
    "\(program) is not in PATH: install it (package uidmap or shadow-utils), or map one id by --map-root-user (-r)"
  )
}

/// One of them failed, after it said so itself. Whoever waited for it comes here, and then unshare, which
/// waited for that one. Only the first of the two sees the outer user namespace; all else is left to the
/// second, which is there for every program that fails.
func helperHints(_ status: Int32, _ trouble: Trouble, _ evidence: Evidence) -> [Hint] {
  // With these it did not begin, and whoever tried to start it said why.
  guard trouble.mapsByPrograms, status != 126, status != 127 else { return [] }
  // In the new user namespace no group is mapped by now.
  guard let groupMap = evidence.process.groupMap.value else { return [] }
  let hint = causeHint(trouble, evidence)
  if groupMap.isEmpty { return [hint].compactMap { $0 } }
  return hint == nil ? [outerHint(trouble, evidence)].compactMap { $0 } : []
}

private func causeHint(_ trouble: Trouble, _ evidence: Evidence) -> Hint? {
  // They run one after the other: whose map is there is not the one that failed, nor is the second where
  // the first map is not there.
  let users = evidence.process.userMap.value
  let isInside = evidence.process.groupMap.value?.isEmpty == true && users != nil
  let failed: IDMapKind =
    users?.isEmpty == true && !trouble.mappings(.users).isEmpty ? .users : .groups
  for kind in [IDMapKind.users, .groups] where !isInside || kind == failed {
    if let overlap = overlapHint(trouble.mappings(kind), kind) { return overlap }
    if let delegated = delegationHint(kind, trouble, evidence) { return delegated }
  }
  if evidence.process.forbidsNewPrivileges == true {
    return Hint(
      "no-new-privs",
      "no_new_privs is set, so that newuidmap and newgidmap have no rights here: a service or a container set it"
    )
  }
  for program in evidence.delegation.programs where !isInside || program.kind == failed {
    if let rights = rightsHint(program, evidence) { return rights }
  }
  return nil
}

/// A range that nobody gave to the caller.
private func delegationHint(_ kind: IDMapKind, _ trouble: Trouble, _ evidence: Evidence) -> Hint? {
  guard let user = trouble.callerUser, let group = trouble.callerGroup,
    let ranges = evidence.delegation.ranges(kind, of: user)
  else { return nil }
  let own = kind == .users ? user.number : group.number
  guard
    let missing = trouble.mappings(kind).first(where: { line in
      !(line.count == 1 && line.outer == own) && !ranges.cover(line.outer, line.count)
    })
  else { return nil }
  return Hint(
    "range-not-delegated",
    "\(kind.subordinateFile) does not give \(range(missing.outer, missing.count)) to user \(user.number), who has \(ranges.text)"
  )
}

/// A program that runs without the rights to write a map.
private func rightsHint(_ program: DelegationEvidence.Program, _ evidence: Evidence) -> Hint? {
  let name = program.path.shortPath
  if !program.look.setsUser, program.givesCapabilities == false {
    return Hint(
      "helper-without-rights",
      "\(name) is neither set-user-ID nor has capabilities; its package or root sets it right (chmod u+s)"
    )
  }
  guard let mount = evidence.process.mountEntries?.holding(program.path),
    mount.device == program.look.device, mount.has("nosuid")
  else { return nil }
  return Hint(
    "helper-nosuid",
    "\(name) lies on a file system that is mounted nosuid, so that it has no rights; PATH should lead to another one"
  )
}

/// Ids that are delegated, but not in the caller's user namespace.
private func outerHint(_ trouble: Trouble, _ evidence: Evidence) -> Hint? {
  guard let known = evidence.process.userMap.value.map({ IDMapping.parse(map: $0[...]) }),
    !known.isEmpty,
    let missing = trouble.mappings(.users).first(where: { !known.cover($0.outer, $0.count) })
  else { return nil }
  return Hint(
    "subids-outside",
    "this user namespace has only \(known.innerRanges), but /etc/subuid delegates \(range(missing.outer, missing.count))"
  )
}

extension [IDRange] {
  /// Whether they have all ids of a range between them.
  fileprivate func cover(_ first: UInt32, _ count: UInt32) -> Bool {
    var next = UInt64(first)
    let end = next + UInt64(count)
    while next < end {
      let before = next
      for one in self where UInt64(one.outer) <= next {
        next = Swift.max(next, UInt64(one.outer) + UInt64(one.count))
      }
      if next == before { return false }
    }
    return true
  }

  /// The first three of them.
  fileprivate var text: ByteString {
    if isEmpty { return "none" }
    let shown = prefix(3).map { range($0.outer, $0.count) }.joined(by: ", ")
    return count > 3 ? "\(shown), ..." : shown
  }
}

extension Trouble {
  /// Whether maps are to be written by programs of another package.
  var mapsByPrograms: Bool {
    steps.contains { step in
      if case .startHelper(.writeMaps(_, _, by: .setUserIDPrograms)) = step { true } else { false }
    }
  }

  /// Whether this is the name of such a program, and it is not what was to run in the end.
  func startsHelper(_ program: ByteString) -> Bool {
    mapsByPrograms
      && (program == IDMapKind.users.helperName || program == IDMapKind.groups.helperName)
  }
}
