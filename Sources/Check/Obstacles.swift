import Bytes
import NamespaceValues

/// What stops kinds of namespaces, for people: each sentence once, with all that it is about.
struct Obstacles {
  private struct Obstacle {
    /// The sentence, where it is about several kinds.
    let common: ByteString
    /// The sentences as they came.
    var said: [ByteString]
    var alone: [NamespaceKind] = []
    var withUser: [NamespaceKind] = []
    /// What else it stops.
    var others: [ByteString] = []
  }

  private let count: Int
  private var all: [Obstacle] = []
  private var isShortened = false

  /// Takes all of it from a report.
  init(of report: CheckReport) {
    count = report.kinds.count
    for kind in report.kinds {
      add(kind.making.alone, [NamespaceSet(kind.kind)]) { $0.alone.append(kind.kind) }
      add(kind.making.withUser, [.user, NamespaceSet(kind.kind)]) { $0.withUser.append(kind.kind) }
    }
    for range in report.ranges {
      mention("\(range.kind.rangeLabel)", range.verdict.explanation)
    }
    let proc: ByteString = report.proc.alone.isPossible ? "new /proc with -r" : "new /proc"
    mention(proc, report.proc.withUser.explanation)
  }

  /// What follows a "no": the reason, unless a line has it already.
  func reason(_ sentence: ByteString?) -> ByteString {
    guard let sentence else { return "" }
    return all.contains { $0.said.contains(sentence) } ? " (see above)" : ": \(sentence)"
  }

  /// Leaves the first ones, so that there are no more lines than this.
  mutating func shorten(to most: Int) {
    isShortened = all.count > most
    if isShortened { all.removeLast(all.count - most + 1) }
  }

  /// A line for each.
  var lines: [ByteString] {
    let lines = all.map { obstacle -> ByteString in
      let sentence = obstacle.said.count == 1 ? obstacle.said[0] : obstacle.common
      return "what stops \(whom(obstacle)): \(sentence)"
    }
    return lines + (isShortened ? ["what stops the others: 'unyoke check --json' shows it"] : [])
  }

  private mutating func add(
    _ verdict: Verdict, _ kinds: NamespaceSet, _ note: (inout Obstacle) -> Void
  ) {
    guard let sentence = verdict.explanation else { return }
    let common = Self.common(sentence, about: kinds)
    if let place = all.firstIndex(where: { $0.common == common }) {
      if !all[place].said.contains(sentence) { all[place].said.append(sentence) }
      note(&all[place])
    } else {
      var obstacle = Obstacle(common: common, said: [sentence])
      note(&obstacle)
      all.append(obstacle)
    }
  }

  private mutating func mention(_ name: ByteString, _ sentence: ByteString?) {
    guard let sentence else { return }
    for place in all.indices where all[place].said.contains(sentence) {
      all[place].others.append(name)
    }
  }

  private func whom(_ obstacle: Obstacle) -> ByteString {
    var parts: [ByteString] = []
    if obstacle.alone == obstacle.withUser {
      parts.append(names(obstacle.alone))
    } else {
      if !obstacle.alone.isEmpty { parts.append("\(names(obstacle.alone)) alone") }
      if !obstacle.withUser.isEmpty { parts.append("\(names(obstacle.withUser)) with -r") }
    }
    return (parts + obstacle.others).joined(by: "; ")
  }

  private func names(_ kinds: [NamespaceKind]) -> ByteString {
    kinds.count == count && count > 1 ? "all" : Self.names(kinds)
  }

  private static func names(_ kinds: [NamespaceKind]) -> ByteString {
    kinds.map { kind -> ByteString in "\(kind.name)" }.joined(by: ", ")
  }

  /// Sentences that differ only in the kinds that they name are one: "creating such namespaces needs ...".
  private static func common(_ sentence: ByteString, about kinds: NamespaceSet) -> ByteString {
    let named: ByteString = " \(names(kinds.kinds)) namespaces"
    let (text, part) = (Array(sentence.bytes), Array(named.bytes))
    guard text.count >= part.count,
      let start = (0...(text.count - part.count)).first(where: {
        text[$0..<($0 + part.count)] == part[...]
      })
    else { return sentence }
    return
      "\(ByteString(text[..<start])) such namespaces\(ByteString(text[(start + part.count)...]))"
  }
}
