public import Bytes

/// Where operands may stand.
public enum OperandOrder: Equatable, Sendable {
  /// The first word that is no option ends the options: the rest is a command with options of its
  /// own. As with a `+` in front of the letters of getopt_long(3).
  case behindOptions
  /// Options may follow operands. As getopt_long(3) does by itself, unless POSIXLY_CORRECT is set.
  case anywhere
}

/// Reads a command line the way getopt_long(3) does: long names may be shortened to a prefix that
/// fits one option only, and letters may stand together after one dash.
///
/// It only reads: nothing is looked up, nothing is done, and a fault is part of the result.
/// Whoever applies the events may thus find a wrong value before the wrong option after it.
public struct OptionScanner<ID: Equatable & Sendable>: ~Copyable {
  private let table: OptionTable<ID>
  private let words: [ByteString]
  private let order: OperandOrder
  private var next = 0
  /// Those that options may still follow.
  private var operands: [ByteString] = []
  private var events: [OptionEvent<ID>] = []

  private static var dash: UInt8 { UInt8(ascii: "-") }

  /// Scans the words after the program's name.
  public static func scan(
    _ words: [ByteString], table: OptionTable<ID>, operands order: OperandOrder = .behindOptions
  ) -> ScanResult<ID> {
    var scanner = OptionScanner(table: table, words: words, order: order)
    do throws(UsageError) {
      while try scanner.scanWord() {}
    } catch {
      return ScanResult(events: scanner.events, ending: .fault(error))
    }
    return ScanResult(
      events: scanner.events, ending: .operands(scanner.operands + words[scanner.next...]))
  }

  private init(table: OptionTable<ID>, words: [ByteString], order: OperandOrder) {
    self.table = table
    self.words = words
    self.order = order
  }

  /// Scans one word with its value; false when the options are over.
  private mutating func scanWord() throws(UsageError) -> Bool {
    guard next < words.count else { return false }
    let word = words[next]
    // A single dash is an operand.
    guard word.byte(at: 0) == Self.dash, word.count > 1 else {
      guard order == .anywhere else { return false }
      operands.append(word)
      next += 1
      return true
    }
    next += 1
    if word == "--" { return false }
    if word.byte(at: 1) == Self.dash {
      try scanLong(word)
    } else {
      try scanCluster(word)
    }
    return true
  }

  /// `--name`, `--name=value`, `--name value`.
  private mutating func scanLong(_ word: ByteString) throws(UsageError) {
    let body = word.dropFirst(2)
    let equals = body.bytes.firstIndex(of: UInt8(ascii: "="))
    let name = equals.map { ByteString(body.bytes[..<$0]) } ?? body
    let attached = equals.map { ByteString(body.bytes[($0 + 1)...]) }
    let spec = try resolve(name, typed: word)
    let fullName = ByteString(stringLiteral: spec.long)

    switch spec.argument {
    case .none:
      if attached != nil { throw .unwantedValue(fullName) }
      events.append(OptionEvent(spec.id))
    case .optional, .attached:
      events.append(OptionEvent(spec.id, value: attached))
    case .required:
      guard let value = attached ?? takeWord() else { throw .missingValue(fullName) }
      events.append(OptionEvent(spec.id, value: value))
    }
  }

  /// An exact name wins over longer ones; then a prefix of exactly one name; then, by its exact
  /// name, an extension.
  private func resolve(
    _ name: ByteString, typed: ByteString
  ) throws(UsageError) -> OptionSpec<ID> {
    var candidates: [OptionSpec<ID>] = []
    for spec in table.original {
      guard name.isPrefix(of: spec.long) else { continue }
      if name == spec.long { return spec }
      candidates.append(spec)
    }
    if let only = candidates.first, candidates.count == 1 { return only }
    guard candidates.isEmpty else {
      throw .ambiguous(
        typed, candidates: candidates.map { ByteString(stringLiteral: $0.long) })
    }
    for spec in table.extensions where name == spec.long { return spec }
    throw .unrecognized(typed)
  }

  /// `-a`, `-abc`, `-avalue`, `-a value`.
  private mutating func scanCluster(_ word: ByteString) throws(UsageError) {
    for index in 1..<word.count {
      guard let letter = word.byte(at: index) else { return }
      guard let spec = shortSpec(letter) else { throw .invalidShort(letter) }
      let rest = word.dropFirst(index + 1)
      switch spec.argument {
      case .none, .optional:
        events.append(OptionEvent(spec.id))
      case .attached:
        events.append(OptionEvent(spec.id, value: rest.isEmpty ? nil : rest))
        return
      case .required:
        guard let value = rest.isEmpty ? takeWord() : rest else {
          throw .missingShortValue(letter)
        }
        events.append(OptionEvent(spec.id, value: value))
        return
      }
    }
  }

  private func shortSpec(_ letter: UInt8) -> OptionSpec<ID>? {
    for spec in table.original where spec.short == letter { return spec }
    return nil
  }

  /// The next word, whatever it looks like.
  private mutating func takeWord() -> ByteString? {
    guard next < words.count else { return nil }
    defer { next += 1 }
    return words[next]
  }
}
