import NamespaceValues
import Options

/// Completion scripts for bash with bash-completion.
enum BashCompletion {
  static func text(_ program: CompletionProgram) -> String {
    head(program.name) + words + helpers + function(program)
      + "\ncomplete -F _unyoke_\(program.name) \(program.name)\n"
  }

  /// All programs in one script: those of the same names elsewhere may be others.
  static func text(unyoke all: CompletionCollection) -> String {
    let functions = all.programs.map { function($0) }.joined()
    return head("unyoke") + words + helpers + functions + """

      _unyoke_unyoke() {
        local cur prev words cword
        _init_completion -n =: || return
        if ((cword > 1)); then
          case ${words[1]} in
          \(all.names(" | ")))
            local unyoke_inside=1
            "_unyoke_${words[1]}"
            return
            ;;
          esac
        fi
        # A program stands first, and a directory where names are installed.
        local word operand='words \(all.names(" "))'
        for word in "${words[@]:1:cword-1}"; do
          case $word in
          --) ;;
          \(all.install))
            operand=directory
            break
            ;;
          *) operand=nothing ;;
          esac
        done
        local -a options=(

      """ + lines(all.own) + """
          )
          _unyoke_complete "$operand" '\(withoutOperand(all.own))'
        } && complete -F _unyoke_unyoke unyoke

        """
  }

  private static func head(_ name: String) -> String {
    "# bash completion for \(name)\n\(generatedNote)\n"
  }

  private static func function(_ program: CompletionProgram) -> String {
    """

    _unyoke_\(program.name)() {
      local program=${unyoke_inside:+unyoke}
      : "${program:=\(program.name)}"
      local -a options=(

    """ + lines(program) + """
        )
        _unyoke_complete '\(hint(program.operand))' '\(withoutOperand(program))'
      }

      """
  }

  /// One line an option: its name, its letter, how it takes a value, what the value is, and what
  /// is not offered any more beside it.
  private static func lines(_ program: CompletionProgram) -> String {
    program.options.map { option in
      let gone = option.isConcluding ? ["all"] : option.gone
      let fields = [
        option.long, option.short ?? "", option.value.rawValue, hint(option.hint),
        (gone + (option.goesWithoutOperand ? ["operand"] : [])).joined(separator: " "),
      ]
      return "    '\(fields.joined(separator: "|"))'\n"
    }.joined()
  }

  private static func withoutOperand(_ program: CompletionProgram) -> String {
    program.options.filter(\.goesWithoutOperand).flatMap(\.forms).joined(separator: " ")
  }

  private static func hint(_ hint: CompletionHint) -> String {
    switch hint {
    case .nothing: "nothing"
    case .file: "file"
    case .directory: "directory"
    case .user: "user"
    case .group: "group"
    case .signal: "signal \(joined(SignalNumber.names))"
    case .capability: "capability \(capabilityWords)"
    case .capabilities: "capabilities \(capabilityWords) ALL"
    case .capabilityChanges: "capability_changes \(capabilityWords) all"
    case .changes(let words): "changes \(joined(words))"
    case .groups: "groups"
    case .process: "process"
    case .container: "named container"
    case .machine: "named machine"
    case .unit: "named unit"
    case .userUnit: "named user-unit"
    case .namespaceFile(let kind): "namespace \(kind)"
    case .namespaceNumber: "number"
    case .columns: "list \(columns.map(\.name).joined(separator: " "))"
    case .filter: "filter \(columns.map(\.name).joined(separator: " "))"
    case .variables: "variables"
    case .words(let words): "words \(joined(words))"
    case .eachWord(let words): "each \(joined(words))"
    case .commaWords(let words): "list \(joined(words))"
    case .command: "command"
    }
  }
}
