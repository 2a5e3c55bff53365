import Bytes
import Namespaces
import Privs
import Unshare

extension CheckReport {
  /// For people: a line for each kind, what stops some of them, and what there is besides.
  public var text: [UInt8] {
    var lines: [ByteString] = [row(["kind", "kernel", "alone", "with -r", "limit", "seen"])]
    for kind in kinds {
      lines.append(
        row([
          "\(kind.kind.name)", word(kind.isInKernel), word(kind.making.alone.isPossible),
          word(kind.making.withUser.isPossible), kind.limit.map { "\($0)" } ?? "unknown",
          kind.seen.map { "\($0)" } ?? "unknown",
        ]))
    }
    lines += obstacles
    lines.append(fact("user ids", ids(caller.user.number, surroundings.users)))
    lines.append(fact("group ids", ids(caller.group.number, surroundings.groups)))
    for range in ranges { lines.append(fact(range.kind.rangeLabel, described(range))) }
    lines.append(fact("new /proc", described(proc)))
    lines.append(fact("cgroups", surroundings.cgroups.map { "\($0.name)" } ?? "unknown"))
    lines.append(fact("LSMs", modules))
    lines.append(fact("seccomp", surroundings.seccomp.map { "\($0.name)" } ?? "unknown"))
    lines.append(fact("chroot", word(surroundings.isChroot)))
    lines.append(fact("no_new_privs", word(surroundings.forbidsNewPrivileges)))
    lines.append(fact("user namespace", "\(nesting)"))
    return lines.flatMap { $0.bytes + [UInt8(ascii: "\n")] }
  }

  /// What stops kinds that can be made in no way, each sentence once with the kinds that it is about; and
  /// what takes the way with a user namespace from those that can be made alone.
  private var obstacles: [ByteString] {
    var lines: [ByteString] = []
    for isPossible in [false, true] {
      var done: [ByteString] = []
      let stopped = kinds.filter {
        $0.making.isPossible == isPossible && !$0.making.withUser.isPossible
      }
      for kind in stopped {
        guard let why = kind.making.withUser.explanation, !done.contains(why) else { continue }
        done.append(why)
        let alike = stopped.filter { $0.making.withUser.explanation == why }
        let names =
          alike.count == kinds.count && alike.count > 1
          ? "all" : alike.map { kind -> ByteString in "\(kind.kind.name)" }.joined(by: ", ")
        lines.append("what stops \(names)\(isPossible ? " with -r" : "" as StaticString): \(why)")
      }
    }
    return lines
  }

  private func row(_ cells: [ByteString]) -> ByteString {
    var line: [UInt8] = []
    for (cell, width) in zip(cells, [9, 9, 7, 9, 12, 0]) {
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

  private func described(_ range: Ranges) -> ByteString {
    if range.ranges.isEmpty { return "no: \(range.verdict.explanation ?? "there is none")" }
    let ids = list(range.ranges.map { interval($0.outer, $0.count) })
    let by = range.helper.map { helper -> ByteString in " by \(helper)" } ?? ""
    return range.verdict.explanation.map { "\(ids)\(by), no: \($0)" } ?? "\(ids)\(by), yes"
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

  private func described(_ pair: Pair) -> ByteString {
    if pair.alone.isPossible, pair.withUser.isPossible { return "yes" }
    if pair.withUser.isPossible { return "yes, with -r" }
    let why = pair.withUser.explanation ?? ""
    return pair.alone.isPossible ? "yes, but not with -r: \(why)" : "no: \(why)"
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
  fileprivate var rangeLabel: StaticString {
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
