public import Bytes

extension OptionTable {
  /// The whole text of `--help`.
  /// - Parameter program: the program's short name.
  public func usageText(program: ByteString) -> [UInt8] {
    var text = HelpText()
    text.line("")
    text.line("Usage:")
    text.line(" \(program) \(synopsis)")
    text.line("")
    text.line("\(purpose)")
    text.line("")
    text.line("Options:")
    for (index, group) in helpGroups.enumerated() {
      if index > 0 { text.line("") }
      for id in group {
        if let spec = originalSpec(of: id) { text.option(spec, indent: " ") }
      }
    }
    if !extensions.isEmpty {
      text.line("")
      text.line("Extensions of unyoke:")
      // One blank more than the original's options: programs that cut option names out of the
      // help then find the original's only.
      for spec in extensions { text.option(spec, indent: "  ") }
    }
    text.line("")
    text.line("For more details see \(manual).")
    return text.bytes
  }
}

private struct HelpText {
  /// Where descriptions start, counted from 0.
  private static var column: Int { 27 }

  var bytes: [UInt8] = []

  mutating func line(_ text: ByteString) {
    bytes.append(contentsOf: text.bytes)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// One option: its names, and the description in its column, or below where the names are
  /// too long.
  mutating func option<ID>(_ spec: OptionSpec<ID>, indent: ByteString) {
    let names: ByteString =
      if let short = spec.short {
        "\(indent)-\(ByteString([short])), --\(spec.long)\(placeholder(spec))"
      } else {
        "\(indent)--\(spec.long)\(placeholder(spec))"
      }
    bytes.append(contentsOf: names.bytes)
    if names.count < Self.column {
      pad(Self.column - names.count)
    } else {
      line("")
      pad(Self.column)
    }
    // Further lines of a description are set in by two more.
    let help = ByteString(stringLiteral: spec.help)
    for (index, row) in help.bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
      if index > 0 { pad(Self.column + 2) }
      line(ByteString(row))
    }
  }

  private func placeholder<ID>(_ spec: OptionSpec<ID>) -> ByteString {
    switch spec.argument {
    case .none: ""
    case .optional(let name): "[=\(name)]"
    case .required(let name): " \(name)"
    }
  }

  private mutating func pad(_ count: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
  }
}
