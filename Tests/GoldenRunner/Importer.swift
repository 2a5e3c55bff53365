import Foundation
import Harness

/// `golden import FILE.md DIR`: turns the recorded cases of a Markdown file into files of cases,
/// one for each group, a group being what stands before the first dash of a name. Used once for
/// each personality; kept so that more recordings can be taken in the same way.
enum Importer {
  static func run(_ file: String, into directory: String) throws {
    var groups: [String: [GoldenCase]] = [:]
    var order: [String] = []
    for one in try cases(in: String(decoding: try readFile(file), as: UTF8.self)) {
      let group = one.name.split(separator: "-").first.map(String.init) ?? one.name
      if groups[group] == nil { order.append(group) }
      groups[group, default: []].append(one)
    }
    for group in order {
      let path = "\(directory)/\(group).t"
      let written = groups[group] ?? []
      try writeFile(path, GoldenWriter.text(written))
      // Nothing may be lost on the way.
      let read = try GoldenParser.parse(file: path)
      for (one, other) in zip(written, read) {
        var other = other
        (other.file, other.line) = (one.file, one.line)
        if one != other { throw HarnessError("\(path): \(one.name) does not survive") }
      }
      if read.count != written.count { throw HarnessError("\(path): cases are missing") }
    }
    print("imported \(groups.values.map(\.count).reduce(0, +)) cases in \(order.count) files")
  }

  static func cases(in text: String) throws -> [GoldenCase] {
    var cases: [GoldenCase] = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      guard line.hasPrefix("### case ") else { continue }
      guard lines.popFirst() == "```text" else {
        throw HarnessError("no block after \(line)")
      }
      var one = GoldenCase()
      one.name = String(line.dropFirst("### case ".count))
      while let line = lines.popFirst(), line != "```" { try take(line, &lines, into: &one) }
      cases.append(one)
    }
    return cases
  }

  private static func take(
    _ line: Substring, _ lines: inout ArraySlice<Substring>, into one: inout GoldenCase
  ) throws {
    guard let colon = line.firstIndex(of: ":") else { throw HarnessError("\(one.name): \(line)") }
    let key = line[..<colon]
    let value = String(line[line.index(after: colon)...].drop(while: { $0 == " " }))
    let words = value.split(separator: " ").map(String.init)

    /// The indented lines that follow.
    func block() -> [UInt8] {
      var text: [UInt8] = []
      while let next = lines.first, next.hasPrefix("  ") {
        text += Array(next.dropFirst(2).utf8) + [UInt8(ascii: "\n")]
        lines.removeFirst()
      }
      return text
    }
    switch key {
    case "user": one.user = Sandbox.User(rawValue: value) ?? .root
    case "setup": one.setup.append(value)
    case "cmd": one.command = value
    case "exit": one.ours.status = value
    case "stdout": one.ours.stdout = block()
    case "stderr": one.ours.stderr = block()
    case "stdout-json": one.ours.stdout = try json(value)
    case "stderr-json": one.ours.stderr = try json(value)
    case "needs":
      one.needs = try words.map {
        guard let need = Need(rawValue: $0) else { throw HarnessError("need \($0)") }
        return need
      }
    case "tools": one.tools = words
    case "leaves-process": one.leavesProcess = value == "yes"
    case "old-2.38.1": one.differsIn2381 = value == "differs"
    case "note": one.note = value
    default: throw HarnessError("\(one.name): unknown key \(key)")
    }
  }

  private static func json(_ text: String) throws -> [UInt8] {
    let value = try JSONSerialization.jsonObject(
      with: Data(text.utf8), options: .fragmentsAllowed)
    guard let string = value as? String else { throw HarnessError("not a string: \(text)") }
    return Array(string.utf8)
  }
}
