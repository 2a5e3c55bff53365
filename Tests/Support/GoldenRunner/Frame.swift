import Glibc
import Harness
import ProjectFiles

/// What stands around the command of a program's cases.
protocol Frame: Sendable {
  /// Whether a plain user cannot make it at all.
  var needsRoot: Bool { get }

  /// The case as the sandbox runs it: by whom, and with which setup and command.
  func framed(_ one: GoldenCase) -> GoldenCase

  /// The whole environment of a case; the first entry is found in no other process.
  /// - Parameters:
  ///   - programs: the folder that stands first in PATH.
  ///   - locale: the value of LC_ALL, where the caller wants another one than usual.
  func environment(directory: String, programs: String, locale: String?) -> [String]

  /// What is compared, without what differs from run to run.
  func result(_ outcome: Outcome, directory: String) -> GoldenCase.Result

  /// Those processes left behind by a case that are the tested program's fault.
  func survivors(_ outcome: Outcome, of program: String) -> [String]
}

extension Frame {
  var needsRoot: Bool { false }

  func survivors(_ outcome: Outcome, of program: String) -> [String] { outcome.survivors }

  func path(_ programs: String) -> String { "PATH=\(programs):/usr/sbin:/usr/bin:/sbin:/bin" }
}

/// The command as it is.
struct PlainFrame: Frame {
  func framed(_ one: GoldenCase) -> GoldenCase { one }

  func environment(directory: String, programs: String, locale: String?) -> [String] {
    [
      "T=\(directory)", "BIN=\(programs)", path(programs), "HOME=/", "LC_ALL=\(locale ?? "C")",
      "SHELL=/bin/sh",
    ]
  }

  func result(_ outcome: Outcome, directory: String) -> GoldenCase.Result {
    Normalize.result(outcome, directory: directory)
  }
}

/// The frame of a program: what stands beside its cases decides.
func makeFrame(of program: String) throws -> any Frame {
  let folder = "\(projectRoot)/Tests/Golden/\(program)"
  func text(_ file: String) throws -> String? {
    let path = "\(folder)/\(file)"
    guard access(path, R_OK) == 0 else { return nil }
    return String(decoding: try readFile(path), as: UTF8.self)
  }
  if let text = try text("prelude.sh") { return PreludeFrame(prelude: text) }
  if let text = try text("init.sh") { return InitFrame(beginning: text) }
  return PlainFrame()
}
