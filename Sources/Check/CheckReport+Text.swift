import Bytes
import NamespaceValues
import Privs
import Unshare

extension CheckReport {
  /// What a terminal shows at once.
  private static let mostLines = 30

  /// For people: a line for each kind, what stops some of them, and what there is besides.
  public var text: [UInt8] {
    var lines: [ByteString] = [
      row(["kind", "kernel", "alone", "with -r", "limit", "seen", "enter"])
    ]
    for kind in kinds {
      lines.append(
        row([
          "\(kind.kind.name)", word(kind.isInKernel), word(kind.making.alone.isPossible),
          word(kind.making.withUser.isPossible), kind.limit.map { "\($0)" } ?? "unknown",
          kind.seen.map { "\($0)" } ?? "unknown",
          kind.enterable.map { "\($0)" } ?? "unknown",
        ]))
    }
    var obstacles = Obstacles(of: self)
    obstacles.shorten(to: Self.mostLines - lines.count - facts(besides: obstacles).count)
    lines += obstacles.lines + facts(besides: obstacles)
    return lines.flatMap { $0.bytes + [UInt8(ascii: "\n")] }
  }

  private func facts(besides obstacles: Obstacles) -> [ByteString] {
    var lines = [
      fact("user ids", ids(caller.user.number, surroundings.users)),
      fact("group ids", ids(caller.group.number, surroundings.groups)),
    ]
    for range in ranges { lines.append(fact(range.kind.rangeLabel, described(range, obstacles))) }
    lines.append(fact("new /proc", described(proc, obstacles)))
    lines.append(fact("cgroups", surroundings.cgroups.map { "\($0.name)" } ?? "unknown"))
    lines.append(fact("LSMs", modules))
    lines.append(fact("seccomp", surroundings.seccomp.map { "\($0.name)" } ?? "unknown"))
    lines.append(fact("chroot", word(surroundings.isChroot)))
    lines.append(fact("no_new_privs", word(surroundings.forbidsNewPrivileges)))
    lines.append(fact("user namespace", "\(nesting)"))
    return lines
  }

  private func row(_ cells: [ByteString]) -> ByteString {
    var line: [UInt8] = []
    for (cell, width) in zip(cells, [9, 9, 7, 9, 12, 8, 0]) {
      line += cell.bytes + padding(width - cell.count)
    }
    return ByteString(line)
  }

  private func fact(_ name: StaticString, _ value: ByteString) -> ByteString {
    let label: ByteString = "\(name):"
    return ByteString(label.bytes + padding(17 - label.count) + value.bytes)
  }

  private func padding(_ count: Int) -> [UInt8] {
    [UInt8](repeating: UInt8(ascii: " "), count: max(0, count))
  }

  private func word(_ answer: Bool?) -> ByteString {
    switch answer {
    case true?: "yes"
    case false?: "no"
    case nil: "unknown"
    }
  }

  private func ids(_ own: UInt32, _ mappings: [IDMapping]?) -> ByteString {
    guard let mappings else { return "\(own); which others there are here is unknown" }
    if mappings.isEmpty { return "\(own); none is mapped here" }
    return "\(own), of \(list(mappings.map { interval($0.inner, $0.count) })) here"
  }

  private func described(_ range: Ranges, _ obstacles: Obstacles) -> ByteString {
    let why = obstacles.reason(range.verdict.explanation)
    if range.ranges.isEmpty { return "no\(why)" }
    let ids = list(range.ranges.map { interval($0.outer, $0.count) })
    let by = range.helper.map { helper -> ByteString in " by \(helper)" } ?? ""
    return range.verdict.isPossible ? "\(ids)\(by), yes" : "\(ids)\(by), no\(why)"
  }

  /// Of many the first ones: nobody reads all, and JSON has them.
  private func list(_ intervals: [ByteString]) -> ByteString {
    let shown = Array(intervals.prefix(3)).joined(by: ", ")
    let rest = intervals.count - 3
    return rest > 0 ? "\(shown) and \(rest) more" : shown
  }

  private func interval(_ first: UInt32, _ count: UInt32) -> ByteString {
    count == 1 ? "\(first)" : "\(first)-\(first &+ count &- 1)"
  }

  private func described(_ pair: Pair, _ obstacles: Obstacles) -> ByteString {
    if pair.alone.isPossible, pair.withUser.isPossible { return "yes" }
    if pair.withUser.isPossible { return "yes, with -r" }
    let why = obstacles.reason(pair.withUser.explanation)
    return pair.alone.isPossible ? "yes, but not with -r\(why)" : "no\(why)"
  }

  private var modules: ByteString {
    let names = surroundings.modules?.safe ?? "unknown"
    guard let context = surroundings.securityContext, !context.isEmpty else { return names }
    return "\(names); this process is \(context.safe)"
  }

  private var nesting: StaticString {
    switch surroundings.isInFirstUserNamespace {
    case true?: "the first one"
    case false?: "below the first one, at least one level"
    case nil: "unknown"
    }
  }
}

extension IDMapKind {
  /// What their ranges are called.
  var rangeLabel: StaticString {
    switch self {
    case .users: "uid ranges"
    case .groups: "gid ranges"
    }
  }
}

extension Surroundings.ControlGroups {
  /// The word for it.
  var name: StaticString {
    switch self {
    case .one: "v1"
    case .two: "v2"
    case .hybrid: "hybrid"
    case .none: "none"
    }
  }
}
