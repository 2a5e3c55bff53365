import MultiCall
import Nsls
import Options

/// What the generators need of a program.
struct CompletionProgram {
  let name: String
  let options: [CompletionOption]
  let operand: CompletionHint

  init<ID>(
    _ name: String, _ table: OptionTable<ID>, _ relations: OptionRelations<ID>
  ) {
    self.name = name
    options = (table.original + table.extensions).map {
      CompletionOption($0, in: table, relations)
    }
    operand = table.operand
  }

  /// Whether there may be several operands.
  var takesSeveral: Bool {
    if case .eachWord = operand { return true }
    return false
  }

  /// Whether a program follows, whose own options are none of these.
  var runsCommand: Bool {
    if case .command = operand { return true }
    return false
  }
}

/// What the generators need of an option.
struct CompletionOption {
  enum Value: String {
    case none, optional, attached, required
  }

  let long: String
  let short: String?
  /// The description in one line.
  let help: String
  let hint: CompletionHint
  let value: Value
  let isRepeatable: Bool
  /// Whether nothing else matters beside it.
  let isConcluding: Bool
  let goesWithoutOperand: Bool
  /// The forms of other options that are of no use beside it.
  let useless: [String]

  init<ID>(
    _ spec: OptionSpec<ID>, in table: OptionTable<ID>, _ relations: OptionRelations<ID>
  ) {
    let specs = table.original + table.extensions
    long = "\(spec.long)"
    short = spec.short.map { String(UnicodeScalar($0)) }
    help = "\(spec.help)".split(separator: "\n").joined(separator: " ")
    hint = spec.completion
    value = Self.value(of: spec)
    isRepeatable = relations.repeatable.contains(spec.id)
    isConcluding = relations.concluding.contains(spec.id)
    goesWithoutOperand = relations.withoutOperand.contains(spec.id)
    func forms(of id: ID, isImplied: Bool) -> [String] {
      specs.filter { $0.id == id }.flatMap { Self.forms(of: $0, isImplied: isImplied) }
    }
    useless =
      relations.alternatives(to: spec.id).flatMap { forms(of: $0, isImplied: false) }
      + relations.implications(of: spec.id).flatMap { forms(of: $0, isImplied: true) }
  }

  /// Its own forms: the short one, the long one, and the long one with a value after it.
  var forms: [String] { Self.forms(short: short, long: long, value: value, isImplied: false) }

  /// Forms that are not offered any more once it is there.
  var gone: [String] { (isRepeatable ? [] : forms) + useless }

  private static func forms<ID>(of spec: OptionSpec<ID>, isImplied: Bool) -> [String] {
    forms(
      short: spec.short.map { String(UnicodeScalar($0)) }, long: "\(spec.long)",
      value: value(of: spec), isImplied: isImplied)
  }

  /// One that is implied may still be given a value.
  private static func forms(
    short: String?, long: String, value: Value, isImplied: Bool
  ) -> [String] {
    var forms: [String] = []
    if let short, !(isImplied && value == .attached) { forms.append("-\(short)") }
    forms.append("--\(long)")
    if !isImplied, value == .optional || value == .attached { forms.append("--\(long)=") }
    return forms
  }

  private static func value<ID>(of spec: OptionSpec<ID>) -> Value {
    switch spec.argument {
    case .none: .none
    case .optional: .optional
    case .attached: .attached
    case .required: .required
    }
  }
}

/// unyoke: its own table, and the programs that its first word may be.
struct CompletionCollection {
  let own = CompletionProgram("unyoke", unyokeOptions, unyokeRelations)
  /// The option that makes its operand a directory.
  let install = "--install"
  let programs: [CompletionProgram]
  /// The first words.
  let words = unyokePrograms.words.map { (name: "\($0.name)", help: "\($0.help)") }

  /// - Parameter programs: their tables, by their names.
  init(_ programs: [CompletionProgram]) {
    self.programs = programs
    precondition(programs.map(\.name) == words.map(\.name), "a program has no table")
    precondition(own.options.contains { $0.forms.contains(install) }, "no \(install)")
  }

  /// The names with a separator between them.
  func names(_ separator: String) -> String {
    words.map(\.name).joined(separator: separator)
  }
}

/// The head of every generated file.
let generatedNote = "# Generated from the option tables by nsgen; `make generate` writes it anew."

/// Every column, for the shells that show descriptions.
let columns = NslsColumn.allCases.map { (name: "\($0.name)", help: "\($0.help)") }

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

/// Words with blanks between them.
func joined(_ words: [StaticString]) -> String { words.map { "\($0)" }.joined(separator: " ") }
