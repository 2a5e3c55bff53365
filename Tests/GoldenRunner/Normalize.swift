import Harness

/// Takes out of a result what differs from run to run: process ids below /proc, and the path of
/// the working directory.
enum Normalize {
  static func result(_ outcome: Outcome, directory: String) -> GoldenCase.Result {
    GoldenCase.Result(
      stdout: bytes(outcome.stdout, directory: directory),
      stderr: bytes(outcome.stderr, directory: directory), status: outcome.shellStatus)
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
