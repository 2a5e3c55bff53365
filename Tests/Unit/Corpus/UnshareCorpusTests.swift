import Bytes
import Fixtures
import Launch
import NamespaceValues
import Testing
import Unshare

/// What unshare makes of the command lines of real programs.
struct UnshareCorpusTests {
  static let lines = CorpusLine.all(of: "unshare")

  @Test func thereAreLines() { #expect(Self.lines.count >= 134) }

  @Test(arguments: lines)
  func meansWhatItsCallerWants(line: CorpusLine) throws {
    #expect(try meaning(line.words) == line.meaning)
  }

  /// What a command line means, in few words.
  private func meaning(_ words: [ByteString]) throws -> String {
    let action = try UnshareAction.read(words, on: FixtureHost())
    guard case .launch(let intent, let operands) = action else { return "\(action)" }

    var parts: [String] = []
    let names: [(NamespaceKind, String)] = [
      (.user, "user"), (.mount, "mount"), (.uts, "uts"), (.ipc, "ipc"), (.network, "net"),
      (.pid, "pid"), (.cgroup, "cgroup"), (.time, "time"),
    ]
    for (kind, name) in names where intent.namespaces.contains(kind) {
      let file = intent.bindings.first { $0.kind == kind }?.file
      parts.append(file.map { "\(name)=\(text($0))" } ?? name)
    }
    if intent.forks { parts.append("fork") }
    if let signal = intent.killChild { parts.append("kill=\(text(signal.name))") }
    if let inner = intent.innerUser { parts.append("as-user=\(inner.number)") }
    if let inner = intent.innerGroup { parts.append("as-group=\(inner.number)") }
    parts += intent.userRanges.map { "users=\(range($0))" }
    parts += intent.groupRanges.map { "groups=\(range($0))" }
    if let directory = intent.procDirectory { parts.append("proc=\(text(directory))") }
    if let definition = intent.interpreter { parts.append("format=\(text(definition))") }
    if intent.propagation != .private { parts.append("\(intent.propagation.word)") }
    if let root = intent.root { parts.append("root=\(text(root))") }
    if let directory = intent.workingDirectory { parts.append("wd=\(text(directory))") }
    if let user = intent.user { parts.append("setuid=\(user.number)") }
    if let group = intent.group { parts.append("setgid=\(group.number)") }
    if intent.keepsCapabilities { parts.append("keep-caps") }
    if let offset = intent.monotonicOffset { parts.append("monotonic=\(offset)") }
    if let offset = intent.boottimeOffset { parts.append("boottime=\(offset)") }
    return "\(parts.joined(separator: " ")) -> \(programText(operands))"
  }

  private func range(_ range: IDRange) -> String {
    "\(range.inner.map { "\($0)" } ?? "auto"):\(range.outer):\(range.count)"
  }
}
