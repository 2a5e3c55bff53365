import Kernel
import NamespaceValues
import Options

/// Completion functions for zsh.
enum ZshCompletion {
  static func text(_ program: CompletionProgram) -> String {
    "#compdef \(program.name)\n\(generatedNote)\n" + helpers + function(program)
      + "\n_unyoke_\(program.name) \"$@\"\n"
  }

  /// All programs in one file: those of the same names elsewhere may be others.
  static func text(unyoke all: CompletionCollection) -> String {
    let descriptions = all.words.map { "'\($0.name):\(escaped($0.help))'" }
    return "#compdef unyoke\n\(generatedNote)\n" + helpers
      + all.programs.map { function($0) }.joined() + """

        # A program stands first, and a directory where names are installed.
        _unyoke_first() {
          local -a list
          if (( $words[(I)\(all.install)] )); then
            _files -/
          elif (( CURRENT == 2 )); then
            list=(\(descriptions.joined(separator: " ")))
            _describe -t commands program list
          fi
        }
        \(function(all.own, operand: " _unyoke_first"))
        local unyoke_outside=unyoke
        if (( CURRENT > 2 )) && [[ $words[2] == (\(all.names("|"))) ]]; then
          shift words
          (( CURRENT-- ))
          _unyoke_$words[1] "$@"
        else
          _unyoke_unyoke "$@"
        fi

        """
  }

  /// - Parameter operand: what offers the operand, where that is not for the table to say.
  private static func function(
    _ program: CompletionProgram, operand: String? = nil
  ) -> String {
    var lines = program.options.flatMap { specs($0) }
    // No options after the first operand where it is a program.
    if program.runsCommand {
      lines += ["'(-)1:program: _unyoke_program'", "'*::argument:_normal'"]
    } else {
      let others = program.options.filter(\.goesWithoutOperand).flatMap { named($0.forms) }
      lines.append(
        "'(\(others.joined(separator: " ")))\(program.takesSeveral ? "*" : "1"):operand:\(operand ?? action(program.operand))'"
      )
    }
    return """

      _unyoke_\(program.name)() {
        local program=\(program.name)
        _arguments -s -S\(program.runsCommand ? " -A '-*'" : "") \\
          \(lines.joined(separator: " \\\n    "))
      }

      """
  }

  /// One specification for each name of an option.
  private static func specs(_ option: CompletionOption) -> [String] {
    let help = escaped(option.help)
    var excluded = named(option.isRepeatable ? option.useless : option.gone)
    if option.goesWithoutOperand { excluded.append("1") }
    let front =
      option.isConcluding
      ? "(- : *)" : (excluded.isEmpty ? "" : "(\(excluded.joined(separator: " ")))")
    let star = option.isRepeatable ? "*" : ""
    let value =
      "\(option.value == .required ? ":" : "::")\(option.long):\(action(option.hint))"
    // The sign after the name says where a value stands: "=-" only after an equals sign, "=" there
    // or in the next word, "-" only in the same word, "+" there or in the next one.
    let (longMark, shortMark, shortTakes) =
      switch option.value {
      case .none: ("", "", false)
      case .optional: ("=-", "", false)
      case .attached: ("=-", "-", true)
      case .required: ("=", "+", true)
      }
    var specs = ["'\(front)\(star)--\(option.long)\(longMark)[\(help)]"]
    specs[0] += "\(option.value == .none ? "" : value)'"
    if let short = option.short {
      specs.append(
        "'\(front)\(star)-\(short)\(shortMark)[\(help)]\(shortTakes ? value : "")'")
    }
    return specs
  }

  /// Forms as _arguments names options: without what follows the name.
  private static func named(_ forms: [String]) -> [String] {
    forms.filter { !$0.hasSuffix("=") }
  }

  private static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "'", with: "'\\''").replacingOccurrences(of: "[", with: "\\[")
      .replacingOccurrences(of: "]", with: "\\]").replacingOccurrences(of: ":", with: "\\:")
  }

  private static func action(_ hint: CompletionHint) -> String {
    switch hint {
    case .nothing: " "
    case .file: "_files"
    case .directory: "_files -/"
    case .user: "_users"
    case .group: " _unyoke_groups"
    case .signal: " _unyoke_signals \(joined(SignalNumber.names))"
    case .capability: " _unyoke_capabilities _unyoke_words \(capabilityWords)"
    case .capabilities: " _unyoke_capabilities _unyoke_list \(capabilityWords) ALL"
    case .capabilityChanges: " _unyoke_capabilities _unyoke_changes \(capabilityWords) all"
    case .changes(let words): " _unyoke_changes \(joined(words))"
    case .groups: " _unyoke_group_list"
    case .process: " _unyoke_processes"
    case .container: " _unyoke_named container"
    case .machine: " _unyoke_named machine"
    case .unit: " _unyoke_named unit"
    case .userUnit: " _unyoke_named user-unit"
    case .namespaceFile(let kind): " _unyoke_namespaces \(kind)"
    case .namespaceNumber: " _unyoke_numbers"
    case .columns: " _unyoke_list \(described(columns))"
    case .filter: " _unyoke_filter \(described(columns))"
    case .variables: " _unyoke_variables"
    case .words(let words), .eachWord(let words): "(\(joined(words)))"
    case .commaWords(let words): " _unyoke_list \(joined(words))"
    case .command: " _unyoke_program"
    }
  }

  /// Words with descriptions, quoted for _arguments, which evaluates actions. A colon would end the action.
  private static func described(_ words: [(name: String, help: String)]) -> String {
    words.map { word in
      "\"\("\(word.name):\(word.help)".replacingOccurrences(of: ":", with: "\\:"))\""
    }.joined(separator: " ")
  }

  static let helpers = #"""

    # The names of what runs, from control groups and from folders that everybody may read: nobody is asked.
    _unyoke_named() {
      local file line part name expl
      local -a names texts
      # Most are in the same groups: each text is read once.
      for file in /proc/<->/cgroup(N); do
        IFS= read -rd '' part <$file
        texts+=("$part")
      done 2>/dev/null
      typeset -U texts
      for line in ${(f)"${(j::)texts}"}; do
        case $line in 0::*|*:name=systemd:*) ;; *) continue ;; esac
        part=${line##*/}
        case $1 in
        container|machine)
          for part in ${(s:/:)line#*:*:}; do
            [[ $part == lxc.payload.* ]] && names+=(${part#lxc.payload.})
            name=${part%.scope}
            name=${name[-64,-1]}
            [[ $1 == container && $part != *-conmon-* && ${#name} -eq 64 && $name != *[^0-9a-f]* ]] \
              && names+=(${name[1,12]})
          done ;;
        unit) [[ $line != */user@* && $part == *.(service|scope|socket|mount|swap) ]] && names+=($part) ;;
        user-unit) [[ $line == */user@*/* && $part == *.(service|scope|socket|mount|swap) ]] && names+=($part) ;;
        esac
      done
      [[ $1 == container ]] && names+=(/run/(crun|runc)/*(N/:t) ${XDG_RUNTIME_DIR:+$XDG_RUNTIME_DIR/(crun|runc)/*(N/:t)})
      [[ $1 == machine ]] && names+=(/run/systemd/machines/*(N.:t))
      # The terminal is not for somebody else's control bytes.
      names=(${names:#*[^[:print:]]*})
      typeset -U names
      _wanted names expl $1 compadd -a names
    }

    _unyoke_processes() {
      local folder name
      local -a list
      for folder in /proc/<->(N); do
        { IFS= read -r name <$folder/comm } 2>/dev/null || continue
        list+=("${folder:t}:${(V)name}")
      done
      _describe -t processes process list
    }

    # What the program itself lists. It is found in PATH by its own name, whatever was typed, and in
    # absolute folders only: in this one anybody may have put a program of that name.
    _unyoke_numbers() {
      local line
      local -a listing list parts
      listing=(${^${(M)path:#/*}}/${unyoke_outside:-$program}(N-*))
      (( $#listing )) || return
      listing=($listing[1] ${unyoke_outside:+nsls} -n -r -l -o NS,TYPE,COMMAND)
      for line in ${(f)"$(command $listing 2>/dev/null </dev/null)"}; do
        parts=(${(s: :)line})
        [[ $parts[1] == <-> ]] && list+=("$parts[1]:${(V)parts[2]} ${(V)parts[3]//\\x20/ }")
      done
      _describe -t namespaces namespace list
    }

    # The namespaces of a kind that are mounted somewhere, or else files.
    _unyoke_namespaces() {
      local line expl
      local -a points parts
      for line in ${(f)"$(</proc/self/mountinfo)"}; do
        parts=(${(s: :)line})
        [[ $parts[4] == $1:\[* && $line == *' - nsfs '* ]] && points+=("${(g:o:)parts[5]}")
      done
      # The terminal is not for somebody else's control bytes.
      points=(${points:#*[^[:print:]]*})
      typeset -U points
      _wanted namespaces expl 'namespace file' compadd -a points || _files
    }

    _unyoke_signals() {
      local expl
      compset -P SIG
      _wanted signals expl signal compadd "$@"
    }

    # Comma-separated values, without those that are there already, with whatever sign or prefix. The
    # comma after one goes away when none follows.
    _unyoke_list() {
      local item name sign
      local -a there left
      # One in front of the whole list, where none belongs to the items.
      if [[ $1 == +* ]]; then sign='[+-]'; else compset -P '+'; fi
      there=(${(s:,:)${(M)PREFIX##*,}})
      there=(${${there#$~sign}#$_unyoke_prefix})
      compset -P '*,'
      for item; do
        name=${${item%%:*}#$~sign}
        (( $there[(Ie)${name#$_unyoke_prefix}] )) || left+=("$item")
      done
      _describe -t values value left -q -S ,
    }

    _unyoke_words() {
      local expl
      _wanted values expl value compadd -- "$@"
    }

    # Calls what offers values with the names of capabilities: without their first four letters where
    # they are typed without.
    _unyoke_capabilities() {
      local _unyoke_prefix=cap_ item=${${PREFIX##*,}#[+-]} offer=$1
      shift
      [[ -z $item || $item == cap_* || cap_ == $item* ]] || set -- ${@#cap_}
      $offer "$@"
    }

    # Each with a sign in front.
    _unyoke_changes() { _unyoke_list +${^@} -${^@} }

    # The shell asks getent, and would take one from this folder if PATH leads here.
    _unyoke_groups() {
      local PATH=${(j.:.)${(M)path:#/*}}
      _groups "$@"
    }

    _unyoke_group_list() {
      compset -P '*,'
      _unyoke_groups -q -S ,
    }

    _unyoke_variables() { _unyoke_list ${(k)parameters[(R)*export*]} }

    _unyoke_program() { [[ $PREFIX == -* ]] || _command_names -e }

    # Columns where a comparison begins.
    _unyoke_filter() {
      local before=${${PREFIX%${PREFIX##*[^A-Za-z0-9_.%:/-]}}//\\/}
      local -a list
      [[ $before =~ '(^|[(!]|&&|\|\||(^|[^A-Za-z0-9_.%:/-])(and|or|not|AND|OR|NOT)[[:blank:]])[[:blank:]]*$' ]] ||
        return
      compset -P '*[^A-Za-z0-9_.%:/-]'
      list=("$@")
      _describe -t columns column list -S ''
    }
    """#
}
