import NamespaceValues

/// How one of the two id maps comes about: with ranges a helper writes it from outside; a
/// single id of its own a process may map itself.
struct MapRequest {
  /// What the helper writes; empty when no helper is needed.
  var mappings: [IDMapping] = []
  /// What the process writes for itself.
  var own: IDMapping?
}

extension UnshareIntent {
  func mapRequest(_ kind: IDMapKind) -> MapRequest {
    switch kind {
    case .users:
      mapRequest(
        userRanges, inner: innerUser?.number, outer: caller.user.number,
        changesOwner: ownerUser != nil)
    case .groups:
      mapRequest(
        groupRanges, inner: innerGroup?.number, outer: caller.group.number,
        changesOwner: ownerGroup != nil)
    }
  }

  private func mapRequest(
    _ ranges: [IDRange], inner: UInt32?, outer: UInt32, changesOwner: Bool
  ) -> MapRequest {
    let own = inner.map { IDMapping(inner: $0, outer: outer, count: 1) }
    // After a change of the owner the caller's id is no longer the process's own.
    guard !ranges.isEmpty || (own != nil && changesOwner) else { return MapRequest(own: own) }
    return MapRequest(mappings: IDMapLayout.mappings(of: ranges, own: own))
  }
}
