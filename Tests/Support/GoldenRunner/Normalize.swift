import Harness

/// Takes out of a result what differs from run to run: process ids below /proc, and the path of
/// the working directory.
enum Normalize {
  static func result(_ outcome: Outcome, directory: String) -> GoldenCase.Result {
    GoldenCase.Result(
      stdout: bytes(outcome.stdout, directory: directory),
      stderr: bytes(outcome.stderr, directory: directory), status: outcome.shellStatus)
  }

  /// The same for a case with a prelude: its shell says at the end of stdout, apart by bytes of
  /// the value 1, which process was entered, which other one was meant, and an inode number.
  static func resultWithTrailer(_ outcome: Outcome, directory: String) -> GoldenCase.Result {
    let mark: UInt8 = 1
    var stdout = outcome.stdout
    var words: [String] = []
    if stdout.last == mark, let start = stdout.firstIndex(of: mark) {
      words = stdout[(start + 1)...].split(separator: mark, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      stdout.removeSubrange(start...)
    }
    func normalized(_ bytes: [UInt8]) -> [UInt8] {
      var bytes = replace(directory, by: "<DIR>", in: bytes)
      if words.count > 2 {
        bytes = replace(words[2], by: "<INO>", in: bytes)
        for process in words[..<2] {
          bytes = replace(process, by: "<PID>", in: bytes, asWholeNumber: true)
        }
      }
      return withoutInodes(bytes)
    }
    return GoldenCase.Result(
      stdout: normalized(stdout), stderr: normalized(outcome.stderr), status: outcome.shellStatus)
  }

  /// The same for a case that lists namespaces: their numbers are hidden too, but for those that
  /// are the same on every kernel, of the first namespaces of all kinds but mnt and net.
  static func resultWithNumbers(_ outcome: Outcome, directory: String) -> GoldenCase.Result {
    func normalized(_ bytes: [UInt8]) -> [UInt8] {
      withoutNumbers(replace(directory, by: "<DIR>", in: bytes))
    }
    return GoldenCase.Result(
      stdout: normalized(outcome.stdout), stderr: normalized(outcome.stderr),
      status: outcome.shellStatus)
  }

  /// `4026531840` becomes `<INO>`, also right behind other digits: raw output may end an escape so.
  private static func withoutNumbers(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var rest = bytes[...]
    while let first = rest.first {
      let digits = rest.prefix(10)
      if digits.starts(with: "4026".utf8), digits.count == 10, digits.allSatisfy(isDigit),
        !(34...39).map({ Array("40265318\($0)".utf8) }).contains(Array(digits))
      {
        output += Array("<INO>".utf8)
        rest = rest.dropFirst(10)
      } else {
        output.append(first)
        rest = rest.dropFirst()
      }
    }
    return output
  }

  private static func isDigit(_ byte: UInt8?) -> Bool {
    byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }

  private static func replace(
    _ text: String, by word: String, in bytes: [UInt8], asWholeNumber: Bool = false
  ) -> [UInt8] {
    let text = Array(text.utf8)
    if text.isEmpty { return bytes }
    var output: [UInt8] = []
    var last: UInt8?
    var rest = bytes[...]
    while let first = rest.first {
      let isWhole =
        !asWholeNumber || !isDigit(last) && !isDigit(rest.dropFirst(text.count).first)
      if rest.starts(with: text), isWhole {
        output += Array(word.utf8)
        rest = rest.dropFirst(text.count)
        last = text.last
      } else {
        output.append(first)
        rest = rest.dropFirst()
        last = first
      }
    }
    return output
  }

  /// `[4026531840]` becomes `[<INO>]`.
  private static func withoutInodes(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var rest = bytes[...]
    while let first = rest.first {
      output.append(first)
      rest = rest.dropFirst()
      guard first == UInt8(ascii: "[") else { continue }
      let digits = rest.prefix { isDigit($0) }
      if digits.count == 10, rest.dropFirst(10).first == UInt8(ascii: "]") {
        output += Array("<INO>".utf8)
        rest = rest.dropFirst(10)
      }
    }
    return output
  }

  static func bytes(_ bytes: [UInt8], directory: String) -> [UInt8] {
    var output: [UInt8] = []
    var rest = bytes[...]
    let proc = Array("/proc/".utf8)
    let path = Array(directory.utf8)
    while let first = rest.first {
      if !path.isEmpty, rest.starts(with: path) {
        output += Array("$T".utf8)
        rest = rest.dropFirst(path.count)
      } else if rest.starts(with: proc) {
        let digits = rest.dropFirst(proc.count).prefix {
          (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
        output += proc
        rest = rest.dropFirst(proc.count)
        if !digits.isEmpty, rest.dropFirst(digits.count).first == UInt8(ascii: "/") {
          output += Array("<PID>".utf8)
          rest = rest.dropFirst(digits.count)
        }
      } else {
        output.append(first)
        rest = rest.dropFirst()
      }
    }
    return output
  }
}
