public import Bytes

/// Where operands may stand.
public enum OperandOrder: Equatable, Sendable {
  /// The first word that is no option ends the options: the rest is a command with options of its
  /// own. As with a `+` in front of the letters of getopt_long(3).
  case afterOptions
  /// Options may follow operands. As getopt_long(3) does by itself, unless POSIXLY_CORRECT is set.
  case anywhere
}

/// Reads a command line the way getopt_long(3) does: long names may be shortened to a prefix that
/// fits one option only, and letters may stand together after one dash.
///
/// It only reads: nothing is looked up, nothing is done, and a fault is part of the result.
/// Whoever applies the events may thus find a wrong value before the wrong option after it.
public struct OptionScanner: ~Copyable {
  private let table: TableContent
  private let words: [ByteString]
  private let order: OperandOrder
  private var next = 0
  /// Those that options may still follow.
  private var operands: [ByteString] = []
  /// The options, by their places in the table.
  private(set) var found: [(place: Int, value: ByteString?)] = []

  private static var dash: UInt8 { UInt8(ascii: "-") }

  /// Scans the words after the program's name.
  public static func scan<ID>(
    _ words: [ByteString], table: OptionTable<ID>, operands order: OperandOrder = .afterOptions
  ) -> ScanResult<ID> {
    var scanner = OptionScanner(table.content, words, order)
    let ending = scanner.scanAll()
    let events = scanner.found.map { OptionEvent(table.id(at: $0.place), value: $0.value) }
    return ScanResult(events: events, ending: ending)
  }

  init(_ table: TableContent, _ words: [ByteString], _ order: OperandOrder) {
    self.table = table
    self.words = words
    self.order = order
  }

  /// Scans all words.
  mutating func scanAll() -> ScanEnding {
    do throws(UsageError) {
      while try scanWord() {}
    } catch {
      return .fault(error)
    }
    return .operands(operands + words[next...])
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
    let place = try resolve(name, typed: word)
    let entry = table.entry(at: place)
    let fullName = ByteString(stringLiteral: entry.long)

    switch entry.argument {
    case .none:
      if attached != nil { throw .unwantedValue(fullName) }
      found.append((place, nil))
    case .optional, .attached:
      found.append((place, attached))
    case .required:
      guard let value = attached ?? nextWord() else { throw .missingValue(fullName) }
      found.append((place, value))
    }
  }

  /// An exact name wins over longer ones; then a prefix of exactly one name; then, by its exact
  /// name, an extension. In a table of our own only exact names count.
  private func resolve(
    _ name: ByteString, typed: ByteString
  ) throws(UsageError) -> Int {
    var candidates: [Int] = []
    for place in table.original.indices {
      let long = table.entry(at: place).long
      guard name.isPrefix(of: long) else { continue }
      if name == long { return place }
      if !table.isOwn { candidates.append(place) }
    }
    if let only = candidates.first, candidates.count == 1 { return only }
    guard candidates.isEmpty else {
      throw .ambiguous(
        typed, candidates: candidates.map { ByteString(stringLiteral: table.entry(at: $0).long) })
    }
    if let place = table.extensions.firstIndex(where: { name == $0.long }) { return place }
    throw .unrecognized(typed)
  }

  /// `-a`, `-abc`, `-avalue`, `-a value`.
  private mutating func scanCluster(_ word: ByteString) throws(UsageError) {
    for index in 1..<word.count {
      guard let letter = word.byte(at: index) else { return }
      guard let place = table.original.firstIndex(where: { $0.short == letter }) else {
        throw .invalidShort(letter)
      }
      let rest = word.dropFirst(index + 1)
      switch table.entry(at: place).argument {
      case .none, .optional:
        found.append((place, nil))
      case .attached:
        found.append((place, rest.isEmpty ? nil : rest))
        return
      case .required:
        guard let value = rest.isEmpty ? nextWord() : rest else {
          throw .missingShortValue(letter)
        }
        found.append((place, value))
        return
      }
    }
  }

  /// The next word, whatever it looks like.
  private mutating func nextWord() -> ByteString? {
    guard next < words.count else { return nil }
    defer { next += 1 }
    return words[next]
  }
}
