public import Bytes

extension OptionTable {
  /// The whole text of `--help`.
  /// - Parameters:
  ///   - program: the program's short name.
  ///   - manual: the manual page, where it is another than usual.
  ///   - version: that of the extensions, which stands in their heading: `--version` speaks of the
  ///     original.
  public func usageText(
    program: ByteString, manual: StaticString? = nil, version: StaticString
  ) -> [UInt8] {
    var text = content.beginOfHelp(program)
    for (index, group) in helpGroups.enumerated() {
      if index > 0 { text.blankLine() }
      for id in group {
        if let place = place(of: id) { text.option(content.entries[place]) }
      }
    }
    content.endHelp(&text, manual: manual ?? content.manual, version: version)
    return text.bytes
  }
}

extension TableContent {
  fileprivate func beginOfHelp(_ program: ByteString) -> HelpText {
    var text = HelpText(helpLayout)
    text.line("\nUsage:")
    for usage in ByteString(stringLiteral: synopsis).bytes.split(separator: UInt8(ascii: "\n")) {
      text.line(" \(program) \(ByteString(usage))")
    }
    text.line("\n\(purpose)")
    if let commands {
      text.line("\n\(commands.heading):")
      for line in commands.lines { text.line(line) }
    }
    text.line("\nOptions:")
    return text
  }

  fileprivate func endHelp(_ text: inout HelpText, manual: StaticString, version: StaticString) {
    var rest = extensions
    for (index, heading) in headings.enumerated() where heading.count > 0 {
      text.line(index == 0 ? "\n\(heading.text) \(version):" : "\n\(heading.text):")
      for entry in rest.prefix(heading.count) { text.extension(entry) }
      rest = rest.dropFirst(heading.count)
      if index == 0 { for word in extensionWords { text.extension(word) } }
    }
    text.line("\nFor more details see \(manual).")
  }
}

extension CommandGroup {
  /// The words, each in a line with what it does.
  public var lines: [ByteString] {
    let widest = words.reduce(0) { max($0, $1.name.utf8CodeUnitCount) }
    return words.map { word in
      let blanks = [UInt8](
        repeating: UInt8(ascii: " "), count: widest + 3 - word.name.utf8CodeUnitCount)
      return " \(word.name)\(ByteString(blanks))\(word.help)"
    }
  }
}

private struct HelpText {
  private let layout: HelpLayout
  var bytes: [UInt8] = []

  init(_ layout: HelpLayout) { self.layout = layout }

  mutating func blankLine() { line("") }

  mutating func line(_ text: ByteString) {
    bytes.append(contentsOf: text.bytes)
    bytes.append(UInt8(ascii: "\n"))
  }

  mutating func option(_ spec: OptionEntry) {
    let names: ByteString =
      if let short = spec.short {
        " -\(ByteString([short])), --\(spec.long)\(placeholder(spec))"
      } else {
        "\(layout.longOnlyIndent)--\(spec.long)\(placeholder(spec))"
      }
    entry(names, width: names.count, spec.help)
  }

  /// A tab in front, where the original's options have blanks: programs that cut option names
  /// out of the help find the original's only.
  mutating func `extension`(_ spec: OptionEntry) {
    extensionEntry("--\(spec.long)\(placeholder(spec))", spec.help)
  }

  mutating func `extension`(_ word: ExtensionWord) { extensionEntry("\(word.name)", word.help) }

  private mutating func extensionEntry(_ text: ByteString, _ help: StaticString) {
    let names: ByteString = "\t\(text)"
    entry(names, width: names.count + 7, help)
  }

  /// An option's names, and its description in its column.
  private mutating func entry(_ names: ByteString, width: Int, _ help: StaticString) {
    bytes.append(contentsOf: names.bytes)
    if width < layout.column {
      pad(layout.column - width)
    } else if layout.breaksLongLines {
      line("")
      pad(layout.column)
    } else {
      pad(2)
    }
    // Further lines of a description are set in by two more.
    let rows = ByteString(stringLiteral: help).bytes.split(separator: UInt8(ascii: "\n"))
    for (index, row) in rows.enumerated() {
      if index > 0 { pad(layout.column + 2) }
      line(ByteString(row))
    }
  }

  private func placeholder(_ spec: OptionEntry) -> ByteString {
    if let notation = spec.notation { return "\(notation)" }
    return switch spec.argument {
    case .none: ""
    case .optional(let name), .attached(let name): "[=\(name)]"
    case .required(let name): " \(name)"
    }
  }

  private mutating func pad(_ count: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
  }
}
