import Harness

/// Reads files of cases. It is strict: what it does not know is an error with its place.
struct GoldenParser {
  private let file: String
  private var cases: [GoldenCase] = []
  private var current: GoldenCase?
  private var lineNumber = 0
  /// The keys that the current case has had, and its results' statuses as `?` and `-?`.
  private var seen: Set<String> = []

  static func parse(file: String) throws -> [GoldenCase] {
    var parser = GoldenParser(file: file)
    for line in try readFile(file).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      parser.lineNumber += 1
      try parser.take(line)
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
    if !seen.contains("user") { throw fail("case \(ended.name) has no user") }
    if !seen.contains("$") { throw fail("case \(ended.name) has no command") }
    if !seen.contains("?") { throw fail("case \(ended.name) has no status") }
    if ended.theirs != nil, !seen.contains("-?") {
      throw fail("case \(ended.name): the original's result has no status")
    }
    if (ended.deviation != nil) != (ended.theirs != nil) {
      throw fail("case \(ended.name): 'deviates' and the original's result belong together")
    }
    if ended.theirs == ended.ours { throw fail("case \(ended.name) does not deviate") }
    if ended.isOursOnly, ended.deviation != nil || ended.differsIn2381 || ended.leavesProcess {
      throw fail("case \(ended.name): the original knows nothing of what is ours only")
    }
    cases.append(ended)
    current = nil
  }

  private mutating func take(_ line: ArraySlice<UInt8>) throws {
    if line.starts(with: "### ".utf8) {
      try endCase()
      try beginCase(text(line.dropFirst(4)))
      return
    }
    guard current != nil else {
      if line.isEmpty || line.starts(with: "# ".utf8) { return }
      throw fail("text outside of a case")
    }
    switch line.first {
    case nil: return
    case UInt8(ascii: "$"): try takeCommand(line)
    case UInt8(ascii: ">"): try takeCommand(line)
    case UInt8(ascii: "-"):
      var theirs = current?.theirs ?? GoldenCase.Result()
      try take(result: line.dropFirst(), side: "-", into: &theirs)
      current?.theirs = theirs
    case UInt8(ascii: "1"), UInt8(ascii: "2"), UInt8(ascii: "?"):
      var ours = current?.ours ?? GoldenCase.Result()
      try take(result: line, side: "", into: &ours)
      current?.ours = ours
    default: try takeKey(text(line))
    }
  }

  private mutating func beginCase(_ name: String) throws {
    let isFit = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && !"*?[]/\\'\"".utf8.contains($0) }
    if name.isEmpty || !isFit { throw fail("bad name '\(name)'") }
    if let other = cases.first(where: { $0.name == name }) {
      throw fail("case \(name) is also in line \(other.line)")
    }
    var started = GoldenCase()
    (started.name, started.file, started.line) = (name, file, lineNumber)
    current = started
    seen = []
  }

  /// `$ first line`, and `> line` for each that follows.
  private mutating func takeCommand(_ line: ArraySlice<UInt8>) throws {
    let isFirst = line.first == UInt8(ascii: "$")
    let rest = try text(line.dropFirst())
    guard rest.isEmpty || rest.hasPrefix(" ") else { throw fail("unknown line") }
    guard !seen.contains("result") else { throw fail("a command behind a result") }
    guard seen.insert("$").inserted == isFirst else {
      throw fail(isFirst ? "a second command" : "a command begins with $")
    }
    current?.command += (isFirst ? "" : "\n") + rest.dropFirst()
  }

  /// `1 text`, `2 text`, `1\ escaped`, `? status`.
  private mutating func take(
    result line: ArraySlice<UInt8>, side: String, into result: inout GoldenCase.Result
  ) throws {
    guard let tag = line.first else { throw fail("a result without its tag") }
    guard seen.contains("$") else { throw fail("a result before the command") }
    guard !seen.contains("\(side)?") else { throw fail("a result behind its status") }
    seen.insert("result")
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
      guard Escapes.isPlain(rest) else { throw fail("this line must be escaped") }
      bytes = Array(rest) + [UInt8(ascii: "\n")]
    }
    switch tag {
    case UInt8(ascii: "1"): result.stdout += bytes
    case UInt8(ascii: "2"): result.stderr += bytes
    case UInt8(ascii: "?") where !isEscaped:
      result.status = try text(rest)
      guard UInt8(result.status) != nil else { throw fail("a status is a number up to 255") }
      seen.insert("\(side)?")
    default: throw fail("unknown line")
    }
  }

  private mutating func takeKey(_ line: String) throws {
    guard let colon = line.firstIndex(of: ":") else { throw fail("unknown line: \(line)") }
    let key = String(line[..<colon])
    let value = String(line[line.index(after: colon)...].drop(while: { $0 == " " }))
    if seen.contains("$") { throw fail("\(key) behind the command") }
    if !seen.insert(key).inserted, !["setup", "before", "after"].contains(key) {
      throw fail("a second \(key)")
    }
    guard current?.take(key: key, value: value) == true else {
      throw fail("unknown key or value: \(line)")
    }
  }

  private func text(_ bytes: ArraySlice<UInt8>) throws -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw fail("not UTF-8; in results such bytes are escaped")
    }
    return text
  }
}
