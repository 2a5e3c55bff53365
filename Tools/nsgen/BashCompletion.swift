import Namespaces
import Options

/// Completion scripts for bash with bash-completion.
enum BashCompletion {
  static func text(_ program: CompletionProgram) -> String {
    head(program.name) + words + helpers + function(program)
      + "\ncomplete -F _unyoke_\(program.name) \(program.name)\n"
  }

  /// All programs in one script: those of the same names elsewhere may be others.
  static func text(unyoke programs: [CompletionProgram]) -> String {
    let names = programs.map(\.name)
    let options = UnyokeDescription.options.flatMap(\.forms).joined(separator: " ")
    return head("unyoke") + words + helpers + programs.map { function($0) }.joined() + """

      _unyoke_unyoke() {
        local cur prev words cword
        _init_completion -n =: || return
        if ((cword == 1)); then
          if [[ $cur == -* ]]; then
            _unyoke_value 'words \(options)' '' "$cur"
          else
            _unyoke_value 'words \(names.joined(separator: " "))' '' "$cur"
          fi
          return
        fi
        case ${words[1]} in
        \(names.joined(separator: " | ")))
          local unyoke_inside=1
          "_unyoke_${words[1]}"
          ;;
        --install)
          if [[ $cur == -* ]]; then
            _unyoke_value 'words \(UnyokeDescription.installForms.map(\.form).joined(separator: " "))' '' "$cur"
          else
            _unyoke_value directory '' "$cur"
          fi
          ;;
        esac
      } && complete -F _unyoke_unyoke unyoke

      """
  }

  private static func head(_ name: String) -> String {
    "# bash completion for \(name)\n\(generatedNote)\n"
  }

  /// One line an option: its name, its letter, how it takes a value, what the value is, and what
  /// is not offered any more beside it.
  private static func function(_ program: CompletionProgram) -> String {
    let lines = program.options.map { option in
      let gone = option.isConcluding ? ["all"] : option.gone
      let fields = [
        option.long, option.short ?? "", option.value.rawValue, hint(option.hint),
        (gone + (option.goesWithoutOperand ? ["operand"] : [])).joined(separator: " "),
      ]
      return "    '\(fields.joined(separator: "|"))'\n"
    }
    let withoutOperand = program.options.filter(\.goesWithoutOperand).flatMap(\.forms)
    return """

      _unyoke_\(program.name)() {
        local program=${unyoke_inside:+unyoke}
        : "${program:=\(program.name)}"
        local -a options=(

      """ + lines.joined() + """
          )
          _unyoke_complete '\(hint(program.operand))' '\(withoutOperand.joined(separator: " "))'
        }

        """
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
    case .namespaceFile(let kind): "namespace \(kind)"
    case .namespaceNumber: "number"
    case .columns: "list \(columns.map(\.name).joined(separator: " "))"
    case .filter: "filter \(columns.map(\.name).joined(separator: " "))"
    case .variables: "variables"
    case .words(let words): "words \(joined(words))"
    case .commaWords(let words): "list \(joined(words))"
    case .command: "command"
    }
  }
}
