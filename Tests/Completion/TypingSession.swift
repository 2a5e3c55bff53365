import Foundation
import Harness
import ProjectFiles

/// A shell that somebody types in, in a place where everything that can be offered is known
/// (place.sh). Two more keys are bound, so that what was typed and what is offered can be told
/// from the pictures on the terminal (setup.*).
struct TypingSession {
  enum Shell: String, CaseIterable {
    case bash, zsh, fish

    var command: [String] {
      switch self {
      case .bash: ["bash", "--norc", "--noprofile", "-i"]
      case .zsh: ["zsh", "-f", "-i"]
      case .fish: ["fish", "-i"]
      }
    }

    /// Why it cannot be tested here; nil where it can.
    var reasonMissing: String? {
      if findTool(rawValue) == nil { return "\(rawValue) is not installed" }
      if self == .bash, (try? readFile("/usr/share/bash-completion/bash_completion")) == nil {
        return "bash-completion is not installed"
      }
      return isRoot ? nil : "needs root: the place is a mount namespace"
    }
  }

  static let folder = "\(projectRoot)/Tests/Completion"

  private let shell: Shell
  private let terminal: TerminalSession

  init(_ shell: Shell, columns: Int = 300) throws {
    self.shell = shell
    terminal = try TerminalSession(
      [
        "/usr/bin/unshare", "--mount", "--pid", "--fork", "--mount-proc", "/bin/sh",
        "\(Self.folder)/place.sh", Subject.binary, "\(projectRoot)/completions",
      ] + shell.command,
      environment: [
        // The other two draw less on one that can do little; fish draws wrongly there.
        "TERM=\(shell == .fish ? "xterm" : "dumb")", "LC_ALL=C.UTF-8",
        "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "FAVOURITE_COLOUR=blue", "FAVOURITE_FOOD=bread",
      ], columns: columns, patience: 30)
    // What is typed before the shell reads is read by it all the same.
    terminal.type("source \(Self.folder)/setup.\(shell.rawValue)\r")
    do { _ = try terminal.wait(for: "@ready@") } catch {
      terminal.end()
      throw error
    }
  }

  func end() { terminal.end() }

  /// Types a line and the Tab key.
  /// - Returns: the line afterwards, and what is offered.
  func complete(_ completionCase: CompletionCase) throws -> (line: String, offers: [Offer]) {
    let typed = completionCase.typed
    let listing: String
    if shell == .fish, completionCase.isAboutOffers {
      // The menu of fish is a picture; its list is asked for instead.
      terminal.type("\(typed)\u{18}l")
      _ = try terminal.wait(for: "@list@")
      listing = "\n" + String(try terminal.wait(for: "@line:").dropLast(6))
    } else {
      terminal.type("\(typed)\t\u{18}m")
      listing = String(try terminal.wait(for: "@line:").dropLast(6))
    }
    let line = try terminal.wait(for: ":line@@end@").dropLast(11)
    return (String(line), offers(listing))
  }

  /// What stands in the lines below the one that is typed.
  private func offers(_ listing: String) -> [Offer] {
    let rows = listing.split { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }.filter {
      !$0.contains("@>") && !trimmed($0).isEmpty
    }
    return rows.flatMap { row -> [Offer] in
      guard shell == .zsh else { return [Offer(String(row))] }
      // It sets several with the same description, or with none, in one line.
      guard let mark = row.range(of: " -- ") else { return words(row).map { Offer($0) } }
      return words(row[..<mark.lowerBound]).map { Offer($0 + row[mark.lowerBound...]) }
    }
  }
}
