import Bytes
import Capabilities
import Launch
import NamespaceValues

// The program was to get other ids or groups.

/// setgroups(2) was refused.
func dropGroupsHints(_ errno: Errno, _ trouble: Trouble, _ evidence: Evidence) -> [Hint] {
  guard errno == .notPermitted else { return [] }
  let process = evidence.process
  if process.setgroups.value.map({ ByteString($0).hasPrefix("deny") }) == true {
    return [
      trouble.entry == nil
        ? Hint(
          "groups-cannot-go",
          "setgroups(2) is denied in a user namespace whose group map was written without privileges; leave --setgid out"
        )
        : Hint(
          "groups-cannot-go",
          "this user namespace does not allow to drop groups; --auto-credentials keeps them"
        )
    ]
  }
  if isEmptyMap(process.groupMap) { return [mapIsMissing("gid", trouble)] }
  return [missingIdentityCapability(.setgid, "CAP_SETGID", trouble, evidence)].compactMap { $0 }
}

/// setuid(2) or setgid(2) was refused.
func setIdentityHints(
  _ kind: IDMapKind, _ errno: Errno, _ trouble: Trouble, _ evidence: Evidence
) -> [Hint] {
  let isUser = kind == .users
  if errno == .notPermitted {
    return [
      missingIdentityCapability(
        isUser ? .setuid : .setgid, isUser ? "CAP_SETUID" : "CAP_SETGID", trouble, evidence)
    ].compactMap { $0 }
  }
  guard errno == .invalidArgument else { return [] }
  let name: StaticString = isUser ? "uid" : "gid"
  let map = isUser ? evidence.process.userMap : evidence.process.groupMap
  if isEmptyMap(map) { return [mapIsMissing(name, trouble)] }
  let option: StaticString = isUser ? "--setuid" : "--setgid"
  let id = trouble.plan?.askedID(kind)
  let asked: ByteString = id.map { "\(name) \($0)" } ?? "the \(name) asked for"
  let keep: StaticString = trouble.entry == nil ? "" : " or --preserve-credentials"
  // The kernel has no empty line, but what is read may be of somebody else.
  guard let text = map.value,
    let first = IDMapping.parse(map: text[...]).first(where: { $0.count > 0 })
  else {
    return [
      Hint("id-not-mapped", "\(asked) is not mapped in this user namespace; use \(option)\(keep)")
    ]
  }
  // What is read may be of another namespace than the one that answered.
  if let id, evidence.process.maps(id, kind) == true { return [] }
  let isOnly = IDMapping.parse(map: text[...]).count == 1
  let more: StaticString = isOnly ? "" : " and others"
  let range: ByteString =
    first.count == 1
    ? "\(first.inner)" : "\(first.inner)-\(UInt64(first.inner) + UInt64(first.count) - 1)"
  return [
    Hint(
      "id-not-mapped",
      "\(asked) is not mapped in this user namespace, which has \(range)\(more); use \(option)=\(first.inner)\(keep)"
    )
  ]
}

/// Of a process whose ids are to be taken over.
var targetIsUnmapped: Hint {
  Hint(
    "target-unmapped",
    "its user or group exists outside of that user namespace only; give ids of inside: --setuid=UID --setgid=GID"
  )
}

private func missingIdentityCapability(
  _ capability: Capability, _ name: StaticString, _ trouble: Trouble, _ evidence: Evidence
) -> Hint? {
  guard evidence.process.has(capability) == false else { return nil }
  if evidence.process.cannotEverHave(capability) == true {
    return Hint(
      "identity-not-bounding",
      "changing ids or groups needs \(name), which is not in the bounding set: whoever started this took it away"
    )
  }
  return Hint(
    "identity-needs-capability",
    "changing ids or groups needs \(name) in this user namespace; \(trouble.runAsRoot) there")
}

private func isEmptyMap(_ map: Answer<[UInt8]>) -> Bool {
  map.value.map { IDMapping.parse(map: $0[...]).isEmpty } ?? false
}

private func mapIsMissing(_ name: StaticString, _ trouble: Trouble) -> Hint {
  Hint(
    "id-map-missing",
    trouble.entry == nil
      ? "this user namespace has no \(name) map yet: add one, such as --map-root-user (-r), or have it written first"
      : "this user namespace has no \(name) map yet: whoever made it must write that first, or use --preserve-credentials"
  )
}

extension LaunchPlan {
  /// The id that the program was to get; nil where it is the target's.
  fileprivate func askedID(_ kind: IDMapKind) -> UInt32? {
    for step in runner + setup {
      if case .setUser(let user) = step, kind == .users { return user.number }
      if case .setGroup(let group) = step, kind == .groups { return group.number }
    }
    return nil
  }
}
