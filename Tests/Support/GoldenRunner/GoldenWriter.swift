import Harness

/// Writes cases in the format that GoldenParser reads.
enum GoldenWriter {
  static func text(_ cases: [GoldenCase]) -> [UInt8] {
    cases.map { text($0) }.joined(separator: [UInt8(ascii: "\n")]).map { $0 }
  }

  private static func text(_ one: GoldenCase) -> [UInt8] {
    var lines: [String] = ["### \(one.name)", "user: \(one.user.rawValue)"]
    if !one.needs.isEmpty {
      lines.append("needs: \(one.needs.map(\.rawValue).joined(separator: " "))")
    }
    if !one.tools.isEmpty { lines.append("tools: \(one.tools.joined(separator: " "))") }
    if one.differsIn2381 { lines.append("old-2.38.1: differs") }
    if one.leavesProcess { lines.append("leaves-process: yes") }
    if one.needsOwnLoader { lines.append("jailed: yes") }
    if one.isOursOnly { lines.append("ours-only: yes") }
    if let terminal = one.terminal { lines.append("tty: \(terminal)") }
    if let issue = one.pending { lines.append("pending: \(issue)") }
    if let deviation = one.deviation { lines.append("deviates: \(deviation)") }
    if let note = one.note { lines.append("note: \(note)") }
    lines += one.setup.map { "setup: \($0)" }
    lines += one.before.map { "before: \($0)" }
    lines += one.after.map { "after: \($0)" }
    let command = one.command.split(separator: "\n", omittingEmptySubsequences: false)
    lines += zip(["$"] + Array(repeating: ">", count: command.count), command).map {
      $1.isEmpty ? $0 : "\($0) \($1)"
    }
    var bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    bytes += result(one.ours, prefix: "")
    if let theirs = one.theirs { bytes += result(theirs, prefix: "-") }
    return bytes
  }

  static func result(_ result: GoldenCase.Result, prefix: String) -> [UInt8] {
    stream(result.stdout, tag: "\(prefix)1") + stream(result.stderr, tag: "\(prefix)2")
      + Array("\(prefix)? \(result.status)\n".utf8)
  }

  private static func stream(_ bytes: [UInt8], tag: String) -> [UInt8] {
    var output: [UInt8] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n"))
      let line = rest[..<(end ?? rest.endIndex)]
      if end != nil, Escapes.isPlain(line) {
        output += Array(line.isEmpty ? tag.utf8 : "\(tag) ".utf8) + line
      } else {
        output += Array("\(tag)\\ ".utf8) + Escapes.encode(line)
        if end != nil { output += Array("\\n".utf8) }
      }
      output.append(UInt8(ascii: "\n"))
      rest = end.map { rest[($0 + 1)...] } ?? []
    }
    return output
  }
}
