import Harness

/// Reads files of cases. It is strict: what it does not know is an error with its place.
struct GoldenParser {
  private let file: String
  private var cases: [GoldenCase] = []
  private var current: GoldenCase?
  private var lineNumber = 0

  static func parse(file: String) throws -> [GoldenCase] {
    var parser = GoldenParser(file: file)
    for line in try readFile(file).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      parser.lineNumber += 1
      try parser.take(Array(line))
    }
    try parser.endCase()
    return parser.cases
  }

  private init(file: String) { self.file = file }

  private func fail(_ what: String) -> HarnessError {
    HarnessError("\(file):\(lineNumber): \(what)")
  }

  private mutating func endCase() throws {
    guard let ended = current else { return }
    if ended.command.isEmpty { throw fail("case \(ended.name) has no command") }
    if ended.ours.status.isEmpty { throw fail("case \(ended.name) has no status") }
    if (ended.deviation != nil) != (ended.theirs != nil) {
      throw fail("case \(ended.name): 'deviates' and the original's result belong together")
    }
    if cases.contains(where: { $0.name == ended.name }) {
      throw fail("case \(ended.name) stands here twice")
    }
    cases.append(ended)
    current = nil
  }

  private mutating func take(_ line: [UInt8]) throws {
    if line.starts(with: "### ".utf8) {
      try endCase()
      current = GoldenCase()
      let name = text(line.dropFirst(4))
      current?.name = name
      current?.file = file
      current?.line = lineNumber
      return
    }
    guard current != nil else {
      if line.isEmpty || line.starts(with: "# ".utf8) { return }
      throw fail("text outside of a case")
    }
    if line.isEmpty { return }
    if line.starts(with: "$ ".utf8) {
      let command = text(line.dropFirst(2))
      current?.command = command
    } else if line[0] == UInt8(ascii: "-") {
      var theirs = current?.theirs ?? GoldenCase.Result()
      try take(result: line.dropFirst(), into: &theirs)
      current?.theirs = theirs
    } else if "12?".utf8.contains(line[0]) {
      var ours = current?.ours ?? GoldenCase.Result()
      try take(result: line[...], into: &ours)
      current?.ours = ours
    } else {
      try takeKey(text(line[...]))
    }
  }

  /// `1 text`, `2 text`, `1\ escaped`, `? status`.
  private func take(result line: ArraySlice<UInt8>, into result: inout GoldenCase.Result) throws {
    guard let tag = line.first else { throw fail("a result without its tag") }
    var rest = line.dropFirst()
    let isEscaped = rest.first == UInt8(ascii: "\\")
    if isEscaped { rest = rest.dropFirst() }
    guard rest.isEmpty || rest.first == UInt8(ascii: " ") else { throw fail("unknown line") }
    rest = rest.dropFirst()
    let bytes: [UInt8]
    if isEscaped {
      guard let unescaped = Escapes.decode(rest) else { throw fail("broken escape") }
      bytes = unescaped
    } else {
      bytes = Array(rest) + [UInt8(ascii: "\n")]
    }
    switch tag {
    case UInt8(ascii: "1"): result.stdout += bytes
    case UInt8(ascii: "2"): result.stderr += bytes
    case UInt8(ascii: "?"): result.status = text(rest)
    default: throw fail("unknown line")
    }
  }

  private mutating func takeKey(_ line: String) throws {
    guard let colon = line.firstIndex(of: ":") else { throw fail("unknown line: \(line)") }
    let key = line[..<colon]
    let value = String(line[line.index(after: colon)...].drop(while: { $0 == " " }))
    let words = value.split(separator: " ").map(String.init)
    switch key {
    case "user":
      guard let user = Sandbox.User(rawValue: value) else { throw fail("unknown user \(value)") }
      current?.user = user
    case "needs":
      let needs = try words.map { word in
        guard let need = Need(rawValue: word) else { throw fail("unknown need \(word)") }
        return need
      }
      current?.needs = needs
    case "tools": current?.tools = words
    case "setup": current?.setup.append(value)
    case "note": current?.note = value
    case "deviates": current?.deviation = value
    case "old-2.38.1" where value == "differs": current?.differsIn2381 = true
    case "leaves-process" where value == "yes": current?.leavesProcess = true
    case "jailed" where value == "yes": current?.needsOwnLoader = true
    case "ours-only" where value == "yes": current?.isOursOnly = true
    default: throw fail("unknown key or value: \(line)")
    }
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
