import Bytes
import Capabilities
import Kernel
import Launch
import NamespaceValues
import Nsenter

// The maps of ids: uid_map, gid_map and setgroups of user_namespaces(7).

/// A file of this process below /proc cannot be opened.
func openOwnHints(_ errno: Errno, _ evidence: Evidence) -> [Hint] {
  if errno == .noEntry, evidence.process.lacksProc == true {
    return [procIsNotMounted]
  }
  if errno == .accessDenied, evidence.process.allowsDumping == false {
    return [
      Hint(
        "not-dumpable",
        "this program runs under changed ids, or its file cannot be read or gives it rights: then its files in /proc are root's"
      )
    ]
  }
  return []
}

/// The process maps its own id, from inside of its new user namespace.
func writeOwnHints(
  _ path: ByteString, _ errno: Errno, _ trouble: Trouble, _ evidence: Evidence
) -> [Hint] {
  guard errno == .notPermitted else { return [] }
  if path == "/proc/self/setgroups" { return [setgroupsHint(trouble)].compactMap { $0 } }
  guard path == "/proc/self/uid_map" || path == "/proc/self/gid_map" else { return [] }
  if let stripped = strippedByAppArmor(evidence) { return [stripped] }
  let mapsRoot = trouble.steps.contains { step in
    if case .writeOwnMap(.users, let mapping) = step { mapping.outer == 0 } else { false }
  }
  // Since Linux 5.12; nothing else is known to refuse it.
  if path == "/proc/self/uid_map", mapsRoot, trouble.callerUser == .root,
    evidence.kernel.isBefore(5, 12) == false
  {
    return [
      Hint(
        "map-root-without-setfcap",
        "mapping user 0 takes CAP_SETFCAP since Linux 5.12: probably whoever started this took it away"
      )
    ]
  }
  return []
}

private func setgroupsHint(_ trouble: Trouble) -> Hint? {
  for step in trouble.steps {
    guard case .writeSetgroups(let policy) = step else { continue }
    switch policy {
    case .allow:
      return Hint(
        "setgroups-denied",
        "setgroups(2) was denied in an outer user namespace, and cannot be allowed again below it")
    case .deny:
      return Hint(
        "setgroups-too-late",
        "setgroups(2) can be denied only before groups are mapped; leave out --setgroups deny, or map one group (--map-group)"
      )
    }
  }
  return nil
}

/// A helper that is root writes the map, from outside.
func writeMapHints(
  _ path: ByteString, _ errno: Errno, _ trouble: Trouble, _ evidence: Evidence
) -> [Hint] {
  let kind: IDMapKind = path.afterLastSlash == "gid_map" ? .groups : .users
  let mappings = trouble.mappings(kind)
  switch errno {
  case .invalidArgument:
    return [overlapHint(mappings, kind) ?? (mappings.count > 340 ? mapTooLong() : nil)].compactMap {
      $0
    }
  case .notPermitted:
    if let outside = idsOutside(mappings, kind, evidence) { return [outside] }
    let (needed, name): (Capability, StaticString) =
      kind == .users ? (.setuid, "CAP_SETUID") : (.setgid, "CAP_SETGID")
    if evidence.process.has(needed) == false {
      return [
        Hint(
          "map-needs-capability",
          "ranges in \(kind.fileName) take \(name), which was taken from root here; --map-root-user (-r) maps one id without it"
        )
      ]
    }
    if kind == .users, evidence.process.has(.setfcap) == false,
      mappings.contains(where: { $0.outer == 0 }), evidence.kernel.isBefore(5, 12) == false
    {
      return [
        Hint(
          "map-root-needs-setfcap",
          "mapping user 0 of the outer user namespace takes CAP_SETFCAP since Linux 5.12, which was taken from root here"
        )
      ]
    }
    return [moduleHint("write id maps", evidence)].compactMap { $0 }
  default: return []
  }
}

/// A map that the kernel takes holds no id twice on either side.
func overlapHint(_ mappings: [IDMapping], _ kind: IDMapKind) -> Hint? {
  for (place, one) in mappings.enumerated() {
    for other in mappings.dropFirst(place + 1) {
      let isInside = overlap(one.inner, one.count, other.inner, other.count)
      guard isInside || overlap(one.outer, one.count, other.outer, other.count) else { continue }
      let side: StaticString = isInside ? "inside" : "outside"
      let (first, second) = isInside ? (one.inner, other.inner) : (one.outer, other.outer)
      return Hint(
        "map-overlap",
        "two lines of \(kind.fileName) overlap \(side): \(range(first, one.count)) and \(range(second, other.count))"
      )
    }
  }
  return nil
}

private func overlap(_ one: UInt32, _ count: UInt32, _ other: UInt32, _ otherCount: UInt32) -> Bool
{
  UInt64(one) < UInt64(other) + UInt64(otherCount) && UInt64(other) < UInt64(one) + UInt64(count)
}

/// The first ids that the outer user namespace, in which this process is, does not have.
private func idsOutside(_ mappings: [IDMapping], _ kind: IDMapKind, _ evidence: Evidence) -> Hint? {
  let text = kind == .users ? evidence.process.userMap : evidence.process.groupMap
  guard let known = text.value.map({ IDMapping.parse(map: $0[...]) }), !known.isEmpty,
    let missing = mappings.first(where: { !known.cover($0.outer, $0.count) })
  else { return nil }
  return Hint(
    "map-outside",
    "\(kind.fileName) is to have \(range(missing.outer, missing.count)), but the outer user namespace has only \(known.innerRanges)"
  )
}

func mapTooLong() -> Hint {
  Hint(
    "map-too-long",
    "the kernel takes at most 340 lines and 4096 bytes of an id map; ask for fewer ranges")
}

/// Ids as they are written for people.
func range(_ first: UInt32, _ count: UInt32) -> ByteString {
  count == 1 ? "\(first)" : "\(first)-\(UInt64(first) + UInt64(max(count, 1)) - 1)"
}

extension [IDMapping] {
  /// Whether a range of ids lies within one line, as the kernel demands it.
  func cover(_ first: UInt32, _ count: UInt32) -> Bool {
    contains { line in
      line.hasInner(first) && UInt64(first - line.inner) + UInt64(count) <= UInt64(line.count)
    }
  }

  /// The first three of its ranges inside.
  var innerRanges: ByteString {
    let shown = prefix(3).map { range($0.inner, $0.count) }.joined(by: ", ")
    return count > 3 ? "\(shown), ..." : shown
  }
}

extension KernelEvidence {
  /// Whether it came out before another release; nil where that is not known.
  func isBefore(_ major: UInt64, _ minor: UInt64) -> Bool? {
    release.map { KernelRelease($0) < KernelRelease(major: major, minor: minor) }
  }
}

extension Trouble {
  /// All steps, whoever does them.
  var steps: [LaunchStep] { plan.map { $0.setup + $0.persistence + $0.initial + $0.runner } ?? [] }

  /// What helpers are to write into one of the maps.
  func mappings(_ kind: IDMapKind) -> [IDMapping] {
    for step in steps {
      if case .startHelper(.writeMaps(let users, let groups, _)) = step {
        return kind == .users ? users : groups
      }
    }
    return []
  }
}
