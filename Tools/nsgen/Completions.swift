import Foundation
import Options

/// What the three generators need of an option.
struct CompletionOption {
  let long: String
  let short: String?
  /// The description in one line.
  let help: String
  let hint: CompletionHint
  let takesValue: Bool
  let isOptionalValue: Bool

  init<ID>(_ spec: OptionSpec<ID>) {
    long = "\(spec.long)"
    short = spec.short.map { String(UnicodeScalar($0)) }
    help = "\(spec.help)".split(separator: "\n").joined(separator: " ")
    hint = spec.completion
    switch spec.argument {
    case .none: (takesValue, isOptionalValue) = (false, false)
    case .optional, .attached: (takesValue, isOptionalValue) = (true, true)
    case .required: (takesValue, isOptionalValue) = (true, false)
    }
  }

  static func all<ID>(_ table: OptionTable<ID>) -> [CompletionOption] {
    (table.original + table.extensions).map { CompletionOption($0) }
  }
}

/// The head of every generated file.
let generatedNote = "# Generated from the option table by nsgen; `make generate` writes it anew."

/// A completion script for bash-completion.
enum BashCompletion {
  static func text<ID>(_ program: String, _ table: OptionTable<ID>) -> String {
    let options = CompletionOption.all(table)
    let required = options.filter { $0.takesValue && !$0.isOptionalValue }
    let shortWithValue = required.compactMap(\.short).joined(separator: "|-")
    let longWithValue = required.map(\.long).joined(separator: "|--")
    var cases = ""
    for option in options where option.takesValue {
      guard let action = action(option.hint) else { continue }
      let names = ["--\(option.long)"] + (option.isOptionalValue ? [] : short(option))
      cases += "    \(names.joined(separator: " | ")))\n      \(action)\n      return\n      ;;\n"
    }
    let shorts = options.compactMap(\.short).map { "-\($0)" }
    let plain = options.map { "--\($0.long)" }
    return """
      # bash completion for \(program)
      \(generatedNote)

      _unyoke_\(program)() {
        local cur prev words cword split
        # '=' stays part of a word: an optional value is taken only behind it.
        _init_completion -s -n : || return

        # What stands behind the options is a program with completions of its own.
        local i
        for ((i = 1; i < cword; i++)); do
          case ${words[i]} in
          --\(longWithValue) | -\(shortWithValue)) ((i++)) ;;
          --)
            _command_offset $((i + 1))
            return
            ;;
          -*) ;;
          *)
            _command_offset $i
            return
            ;;
          esac
        done

        case $prev in
      \(cases.split(separator: "\n").joined(separator: "\n"))
        esac
        $split && return

        if [[ $cur == -* ]]; then
          mapfile -t COMPREPLY < <(compgen -W '\((shorts + plain).joined(separator: " "))' -- "$cur")
          return
        fi
        _command_offset "$cword"
      } && complete -F _unyoke_\(program) \(program)

      """
  }

  private static func short(_ option: CompletionOption) -> [String] {
    option.short.map { ["-\($0)"] } ?? []
  }

  private static func action(_ hint: CompletionHint) -> String? {
    switch hint {
    case .nothing: nil
    case .file, .namespaceFile: "_filedir"
    case .directory: "_filedir -d"
    case .user: "mapfile -t COMPREPLY < <(compgen -u -- \"$cur\")"
    case .group: "mapfile -t COMPREPLY < <(compgen -g -- \"$cur\")"
    case .process: "_pids"
    case .signal: "mapfile -t COMPREPLY < <(compgen -W '\(signalWords)' -- \"$cur\")"
    case .capabilities:
      "mapfile -t COMPREPLY < <(compgen -P \"${cur%\"${cur##*,}\"}\" -W '\(capabilityWords)' -- \"${cur##*,}\")"
    case .words(let words):
      "mapfile -t COMPREPLY < <(compgen -W '\(words.map { "\($0)" }.joined(separator: " "))' -- \"$cur\")"
    }
  }
}

/// A completion function for zsh.
enum ZshCompletion {
  static func text<ID>(_ program: String, _ table: OptionTable<ID>) -> String {
    let lines = CompletionOption.all(table).flatMap { option -> [String] in
      let help = escaped(option.help)
      var value = ""
      if option.takesValue {
        value = "\(option.isOptionalValue ? "::" : ":")\(option.long):\(action(option.hint))"
      }
      // The equals sign: "=-" for a value only behind it, "=" for one there or in the next word.
      let mark = option.takesValue ? (option.isOptionalValue ? "=-" : "=") : ""
      var specs = ["'*--\(option.long)\(mark)[\(help)]\(value)'"]
      if let short = option.short {
        let shortValue = option.isOptionalValue ? "" : value
        let shortMark = option.takesValue && !option.isOptionalValue ? "+" : ""
        specs.append("'*-\(short)\(shortMark)[\(help)]\(shortValue)'")
      }
      return specs
    }
    return """
      #compdef \(program)
      \(generatedNote)

      _arguments -s -S \\
        \(lines.joined(separator: " \\\n  ")) \\
        '(-):program:_command_names -e' \\
        '*::argument:_normal'

      """
  }

  private static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "'", with: "'\\''").replacingOccurrences(of: "[", with: "\\[")
      .replacingOccurrences(of: "]", with: "\\]").replacingOccurrences(of: ":", with: "\\:")
  }

  private static func action(_ hint: CompletionHint) -> String {
    switch hint {
    case .nothing: " "
    case .file, .namespaceFile: "_files"
    case .process: "_pids"
    case .directory: "_files -/"
    case .user: "_users"
    case .group: "_groups"
    case .signal: "(\(signalWords))"
    case .capabilities: "_values -s , capability \(capabilityWords)"
    case .words(let words): "(\(words.map { "\($0)" }.joined(separator: " ")))"
    }
  }
}

/// Completions for fish.
enum FishCompletion {
  static func text<ID>(_ program: String, _ table: OptionTable<ID>) -> String {
    var lines = [
      "# fish completion for \(program)", generatedNote, "",
      "complete -c \(program) -x -a '(__fish_complete_subcommand)'",
    ]
    for option in CompletionOption.all(table) {
      var line = "complete -c \(program) -l \(option.long)"
      if let short = option.short { line += " -s \(short)" }
      if option.takesValue && !option.isOptionalValue { line += " -r" }
      if option.takesValue, let values = values(option.hint) { line += values }
      line += " -d '\(option.help.replacingOccurrences(of: "'", with: "\\'"))'"
      lines.append(line)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func values(_ hint: CompletionHint) -> String? {
    switch hint {
    case .nothing: " -f"
    case .file, .namespaceFile: " -F"
    case .process: " -f -a '(__fish_complete_pids)'"
    case .directory: " -f -a '(__fish_complete_directories)'"
    case .user: " -f -a '(__fish_complete_users)'"
    case .group: " -f -a '(__fish_complete_groups)'"
    case .signal: " -f -a '\(signalWords)'"
    case .capabilities: " -f -a '\(capabilityWords)'"
    case .words(let words): " -f -a '\(words.map { "\($0)" }.joined(separator: " "))'"
    }
  }
}

/// The signals people give.
let signalWords = "HUP INT QUIT ABRT KILL USR1 USR2 PIPE ALRM TERM CHLD CONT STOP TSTP"

/// The capabilities of Linux 6.12.
let capabilityWords = """
  cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid \
  cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast \
  cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio \
  cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice \
  cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write \
  cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm \
  cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore
  """
