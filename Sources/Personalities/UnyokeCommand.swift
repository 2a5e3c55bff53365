import Bytes

/// What the binary does under its own name.
enum UnyokeCommand {
  static func run(_ words: [ByteString], _ diagnostic: Diagnostic) -> Int32 {
    guard let first = words.first else {
      diagnostic.writeError(
        "\(diagnostic.program): no program given; these are its programs:\n\(programs)"
      )
      diagnostic.writeError(diagnostic.helpHint)
      return 1
    }
    let rest = Array(words.dropFirst())
    if let personality = Personality(name: first) {
      // It speaks under its own name, as if it had been called by it.
      let inner = Diagnostic(invokedName: first, commandLine: diagnostic.commandLine)
      return inner.finish(personality.run(rest, inner, manual: personality.ownManual))
    }
    if first == "privs" {
      let inner = Diagnostic(
        invokedName: "\(diagnostic.program) privs", commandLine: diagnostic.commandLine)
      return inner.finish(PrivilegesCommand.run(rest, inner))
    }
    if first.hasPrefix("--install=") {
      return InstallCommand.run(rest, attached: first.dropFirst(10), diagnostic)
    }
    if first == "--install" { return InstallCommand.run(rest, diagnostic) }
    if first == "--list" { return alone(first, rest, diagnostic, list) }
    if first == "--version" || first == "-V" { return alone(first, rest, diagnostic, version) }
    if first == "--help" || first == "-h" { return alone(first, rest, diagnostic, help) }
    if first.byte(at: 0) == UInt8(ascii: "-") {
      diagnostic.complain("unrecognized option '\(first)'")
      diagnostic.writeError(diagnostic.helpHint)
      return 1
    }
    return refuse(unknown: first, diagnostic)
  }

  /// The status is that of a shell that does not find a command.
  static func refuse(unknown name: ByteString, _ diagnostic: Diagnostic) -> Int32 {
    diagnostic.writeError(
      "unyoke: '\(name)' is none of its programs; 'unyoke --list' names them\n")
    return 127
  }

  private static func alone(
    _ option: ByteString, _ rest: [ByteString], _ diagnostic: Diagnostic, _ text: [UInt8]
  ) -> Int32 {
    if let word = rest.first {
      diagnostic.complain("unexpected argument '\(word)' after \(option)")
      diagnostic.writeError(diagnostic.helpHint)
      return 1
    }
    return diagnostic.writeOutput(text)
  }

  private static var list: [UInt8] {
    var text: ByteString = ""
    for personality in Personality.allCases { text = "\(text)\(personality.name)\n" }
    return Array(text.bytes)
  }

  /// The programs with what they do, one a line.
  private static var programs: ByteString {
    var text: ByteString = ""
    for personality in Personality.allCases {
      text = "\(text)\(line(personality.name, personality.purpose))"
    }
    return "\(text)\(line("privs", "show what a process may do (capabilities, groups and more)"))"
  }

  private static func line(_ name: StaticString, _ purpose: StaticString) -> ByteString {
    let padding = [UInt8](repeating: UInt8(ascii: " "), count: max(10 - name.utf8CodeUnitCount, 1))
    return " \(name)\(ByteString(padding))\(purpose)\n"
  }

  private static var version: [UInt8] {
    let text: ByteString =
      "unyoke \(Version.unyoke), stands in for util-linux \(Version.utilLinux)\n"
    return Array(text.bytes)
  }

  private static var help: [UInt8] {
    let text: ByteString = """

      Usage:
       unyoke <program> [<argument>...]
       unyoke privs [--json] [<PID>]
       unyoke --install [-s | --copy] <dir>

      Create, enter and list namespaces with one binary that is several programs.
      Under the name of one of them it is that program.

      Programs:
      \(programs)
      Options:
       --list                    name the programs and exit
       --install [-s] <dir>      link the programs into <dir>, with -s symbolically
       --install --copy <dir>    copy the programs into <dir>, each a file of its own
       -h, --help                show this text and exit
       -V, --version             show unyoke's version and exit; that of a program is
                                   the util-linux release that it stands in for

      For more details see unyoke(1).

      """
    return Array(text.bytes)
  }
}
