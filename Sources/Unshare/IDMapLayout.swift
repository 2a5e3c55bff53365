public import NamespaceValues

/// Fits the caller's own id into ranges of ids.
///
/// The kernel refuses a map in which an id appears twice on either side. The caller's own line
/// comes first; around it each range is cut into up to three pieces, and what is in the way is
/// left out.
public enum IDMapLayout {
  /// - Parameter own: the caller's own line, with count 1; nil when there is none.
  public static func mappings(of ranges: [IDRange], own: IDMapping?) -> [IDMapping] {
    var mappings: [IDMapping] = []
    if let own { mappings.append(own) }
    for range in ranges { mappings += pieces(of: range, around: own) }
    return mappings
  }

  /// All sums wrap around at 32 bits, as in the original; the ranges themselves were checked.
  private static func pieces(of range: IDRange, around own: IDMapping?) -> [IDMapping] {
    // Without an own id nothing is in the way: no range reaches the number that means "none".
    let ownInner = own?.inner ?? .max
    let ownOuter = own?.outer ?? .max
    let inner = range.inner ?? 0
    let outer = range.outer
    var count = range.count

    if own != nil, losesOne(range, ownInner: ownInner, ownOuter: ownOuter) { count &-= 1 }

    let toOuter = ownOuter > outer ? min(ownOuter - outer, count) : 0
    let toInner = ownInner > inner ? min(ownInner - inner, count) : 0

    let first = IDMapping(inner: inner, outer: outer, count: min(toInner, toOuter))
    let second = after(
      first, count: max(toInner, toOuter) - first.count, ownInner: ownInner, ownOuter: ownOuter)
    let third = after(
      second, count: count &- first.count &- second.count, ownInner: ownInner,
      ownOuter: ownOuter)
    return [first, second, third].filter { $0.count != 0 }
  }

  /// Whether the own id takes a place of the range. The original's test is one too long at the
  /// upper end, which is visible in maps and kept; a range that has no fixed place inside only
  /// loses one where its outer side does (docs/deviations.md D-08).
  private static func losesOne(_ range: IDRange, ownInner: UInt32, ownOuter: UInt32) -> Bool {
    guard let inner = range.inner else {
      return range.outer <= ownOuter && ownOuter &- range.outer < range.count
    }
    return (range.outer <= ownOuter && ownOuter <= range.outer &+ range.count)
      || (inner <= ownInner && ownInner <= inner &+ range.count)
  }

  /// The piece right after another, moved past the own id where it would start on it.
  private static func after(
    _ piece: IDMapping, count: UInt32, ownInner: UInt32, ownOuter: UInt32
  ) -> IDMapping {
    var inner = piece.inner &+ piece.count
    var outer = piece.outer &+ piece.count
    if inner == ownInner { inner &+= 1 }
    if outer == ownOuter { outer &+= 1 }
    return IDMapping(inner: inner, outer: outer, count: count)
  }
}
