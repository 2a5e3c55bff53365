import Bytes
import Foundation
import Kernel
import Launch
import Options
import Testing

@testable import Unshare

/// Command lines of real programs, with VAR in the place of their variables, and what they mean.
struct CorpusTests {
  struct Line: Sendable, CustomTestStringConvertible {
    let source: String
    let words: String
    let meaning: String
    var testDescription: String { "\(source): unshare \(words)" }
  }

  static let lines: [Line] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Corpus/unshare.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Line(source: fields[0], words: fields[1], meaning: fields[2])
    }
  }()

  @Test func thereAreLines() { #expect(Self.lines.count >= 134) }

  @Test(arguments: lines)
  func meansWhatItsCallerWants(line: Line) throws {
    let found = try meaning(shellWords(line.words))
    #expect(found == line.meaning)
  }

  /// Words in single quotes, as the file has them.
  private func shellWords(_ text: String) -> [ByteString] {
    var words: [[UInt8]] = []
    var isInWord = false
    var isQuoted = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: " "), !isQuoted {
        isInWord = false
        continue
      }
      if !isInWord { words.append([]) }
      isInWord = true
      if byte == UInt8(ascii: "'") {
        isQuoted.toggle()
      } else {
        words[words.count - 1].append(byte)
      }
    }
    return words.map { ByteString($0) }
  }

  /// What a command line means, in few words.
  private func meaning(_ words: [ByteString]) throws -> String {
    let scan = OptionScanner.scan(words, table: unshareOptions)
    guard case .operands(let operands) = scan.ending else { return "fault: \(scan.ending)" }
    if let first = scan.events.first, first.id == .help || first.id == .version {
      return "\(first.id)"
    }
    var intent = UnshareIntent(
      caller: UnshareIntent.Caller(user: UserID(1001), group: GroupID(1001)))
    for event in scan.events { try intent.apply(event, on: FixtureHost()) }
    try intent.check()

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
    let program = operands.first.map { "\(text($0)) +\(operands.count - 1)" } ?? "shell"
    return "\(parts.joined(separator: " ")) -> \(program)"
  }

  private func range(_ range: IDRange) -> String {
    "\(range.inner.map { "\($0)" } ?? "auto"):\(range.outer):\(range.count)"
  }

  private func text(_ bytes: ByteString) -> String { String(decoding: bytes.bytes, as: UTF8.self) }
}
