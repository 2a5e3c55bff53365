import Bytes
import Fixtures
import Launch
import NamespaceValues
import Nsenter
import Testing

/// What nsenter makes of the command lines of real programs.
struct NsenterCorpusTests {
  static let lines = CorpusLine.all(of: "nsenter")

  @Test func thereAreLines() { #expect(Self.lines.count >= 97) }

  @Test(arguments: lines)
  func meansWhatItsCallerWants(line: CorpusLine) throws {
    #expect(try meaning(line.words) == line.meaning)
  }

  /// What a command line means, in few words.
  private func meaning(_ words: [ByteString]) throws -> String {
    var files = FixtureFiles()
    let action = try NsenterAction.read(words, opening: &files, on: FixtureHost())
    guard case .enter(let intent, let operands) = action else { return "\(action)" }

    var parts: [String] = []
    if let target = intent.target { parts.append("of \(target.process.number):") }
    if intent.entersAll { parts.append("all") }
    for kind in intent.namespaces.kinds
    where !files.opened.contains(where: { $0.purpose == "\(kind.name)" }) {
      parts.append("\(kind.name)")
    }
    parts += files.opened.map { "\($0.purpose)=\($0.name)" }
    if intent.takesRoot { parts.append("root") }
    if intent.takesWorkingDirectory { parts.append("wd") }
    if let directory = intent.innerWorkingDirectory { parts.append("wdns=\(text(directory))") }
    if intent.preservesCredentials { parts.append("preserve") }
    switch intent.user {
    case .id(let user): parts.append("setuid=\(user.number)")
    case .ofTarget: parts.append("setuid")
    // None of the corpus has our options.
    case .mapped, nil: break
    }
    switch intent.group {
    case .id(let group): parts.append("setgid=\(group.number)")
    case .ofTarget: parts.append("setgid")
    case .mapped, nil: break
    }
    if intent.takesEnvironment { parts.append("env") }
    if !intent.forks { parts.append("no-fork") }
    return "\(parts.joined(separator: " ")) -> \(programText(operands))"
  }
}
