import NamespaceValues
import Options

/// Completions for fish.
enum FishCompletion {
  static func text(_ program: CompletionProgram) -> String {
    head(program.name) + helpers + lines(program, command: program.name, inside: "")
  }

  /// All programs in one file: those of the same names elsewhere may be others.
  static func text(unyoke all: CompletionCollection) -> String {
    // A program stands first, and a directory where names are installed.
    let guarded = "complete -c unyoke -n '__unyoke_unyoke; and test $__unyoke_operands = 0"
    var operands = all.words.map { word in
      "\(guarded); and not set -q __unyoke_tokens[2]' -a \(word.name) -d \(quoted(word.help))\n"
    }
    operands.append(
      "\(guarded); and contains -- \(all.install) $__unyoke_tokens'\(values(.directory))\n")
    var text = head("unyoke") + helpers
    text += lines(
      all.own, command: "unyoke", inside: "", but: all.names(" "), operands: operands.joined())
    for program in all.programs { text += lines(program, command: "unyoke", inside: program.name) }
    return text
  }

  private static func head(_ name: String) -> String {
    "# fish completion for \(name)\n\(generatedNote)\n"
  }

  /// - Parameters:
  ///   - inside: the program's name where it is the first word of another one.
  ///   - others: first words with which it is another one.
  ///   - operands: what offers the operand, where that is not for the table to say.
  private static func lines(
    _ program: CompletionProgram, command: String, inside: String, but others: String = "",
    operands: String? = nil
  ) -> String {
    // The options that take the next word, and all names, which an abbreviation could mean.
    let required = program.options.filter { $0.value == .required }
    let attached = program.options.filter { $0.value == .attached }
    let function = "__unyoke_\(inside.isEmpty ? "" : "inside_")\(program.name)"
    let without =
      others.isEmpty
      ? "" : "\n  __unyoke_words\n  contains -- \"$__unyoke_tokens[2]\" \(others); and return 1"
    var text = """

      # Looks at the words before the cursor: fails where another program than this one is meant.
      function \(function)\(without)
        __unyoke_scan '\(inside)' '\(program.runsCommand)' '\(letters(required))' \\
          '\(letters(attached))' '\(required.map(\.long).joined(separator: " "))' \\
          '\(program.options.map(\.long).joined(separator: " "))'
      end

      """
    var start = "complete -c \(command) -n \(function)"
    text += "\(start) -f\n"
    start = "complete -c \(command) -n '\(function)"
    if let operands {
      text += operands
    } else if program.runsCommand {
      text += "\(start)' -k -a '(__unyoke_command)'\n"
    } else {
      text += program.takesSeveral ? start : "\(start); and test $__unyoke_operands = 0"
      for form in program.options.filter(\.goesWithoutOperand).flatMap(\.forms) {
        text += "; and not contains -- \(form) $__unyoke_seen"
      }
      let listing = inside.isEmpty ? command : "\(command) \(inside)"
      text += "'\(values(program.operand, listing: listing))\n"
    }
    for option in program.options {
      // Each of its names by itself: they do not always take a value in the same way.
      let description = "-d \(quoted(option.help))"
      let isRequired = option.value == .required
      for form in option.forms where !form.hasSuffix("=") {
        let isLong = form.hasPrefix("--")
        let takesValue =
          isLong ? option.value != .none : isRequired || option.value == .attached
        text += "\(start); and __unyoke_without\(beside(form, option, program))"
        text += isLong ? "" : "; and __unyoke_letter \(form.dropFirst())"
        text += option.goesWithoutOperand ? "; and test $__unyoke_operands = 0'" : "'"
        text += isLong ? " -l \(option.long)" : " -s \(form.dropFirst())"
        text += isRequired ? " -r" : ""
        text += "\(takesValue ? values(option.hint) : "") \(description)\n"
      }
    }
    return text
  }

  /// The forms beside which one is of no use.
  private static func beside(
    _ form: String, _ option: CompletionOption, _ program: CompletionProgram
  ) -> String {
    // With a value it may be of use where it is none without.
    let isOptional = option.value == .optional || option.value == .attached
    let meant = form.hasPrefix("--") && isOptional ? "\(form)=" : form
    let others = program.options.filter { other in
      other.isConcluding || (other.long == option.long ? other.gone : other.useless).contains(meant)
    }
    return others.flatMap(\.forms).filter { !$0.hasSuffix("=") }.map { " \($0)" }.joined()
  }

  private static func letters(_ options: [CompletionOption]) -> String {
    options.compactMap(\.short).joined()
  }

  private static func quoted(_ text: String) -> String {
    "'\(text.replacingOccurrences(of: "'", with: "\\'"))'"
  }

  /// - Parameter listing: what lists the namespaces of the machine.
  private static func values(_ hint: CompletionHint, listing: String = "nsls") -> String {
    switch hint {
    case .nothing: " -f"
    case .file: " -F"
    case .directory: " -f -a '(__fish_complete_directories (__unyoke_raw))'"
    case .user: " -f -a '(__unyoke_accounts users)'"
    case .group: " -f -a '(__unyoke_accounts groups)'"
    case .signal: " -f -a '(__unyoke_signals \(joined(SignalNumber.names)))'"
    case .capability: " -f -k -a '(__unyoke_capabilities \(capabilityWords))'"
    case .capabilities:
      " -f -k -a '(__unyoke_list_beside \"^cap_\" (__unyoke_capabilities \(capabilityWords)) ALL)'"
    case .capabilityChanges:
      " -f -k -a '(__unyoke_list_beside \"^[+-](cap_)?\" "
        + "{+,-}(__unyoke_capabilities \(capabilityWords) all))'"
    case .changes(let words): " -f -k -a '(__unyoke_list {+,-}{\(braced(joined(words)))})'"
    case .groups: " -f -a '(__unyoke_list (__unyoke_accounts groups | string split -f 1 \\t))'"
    case .process: " -f -k -a '(__unyoke_processes)'"
    case .container: " -f -a '(__unyoke_named container)'"
    case .machine: " -f -a '(__unyoke_named machine)'"
    case .unit: " -f -a '(__unyoke_named unit)'"
    case .userUnit: " -f -a '(__unyoke_named user-unit)'"
    case .namespaceFile(let kind): " -f -a '(__unyoke_namespaces \(kind))'"
    case .namespaceNumber: " -f -k -a '(__unyoke_numbers \(listing))'"
    case .columns: " -f -k -a '(__unyoke_list \(described(columns)))'"
    case .filter: " -f -k -a '(__unyoke_filter \(described(columns)))'"
    case .variables: " -f -a '(__unyoke_list (set -xn))'"
    case .words(let words), .eachWord(let words): " -f -a '\(joined(words))'"
    case .commaWords(let words): " -f -k -a '(__unyoke_list \(joined(words)))'"
    case .command: " -f -a '(__unyoke_command)'"
    }
  }

  private static func braced(_ words: String) -> String {
    words.replacingOccurrences(of: " ", with: ",")
  }

  /// Words with their descriptions after a colon.
  private static func described(_ words: [(name: String, help: String)]) -> String {
    words.map { "\"\($0.name):\($0.help)\"" }.joined(separator: " ")
  }
}
