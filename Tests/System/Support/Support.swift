import Glibc
import Harness
import Testing

/// A sandbox with the release binary as unshare and unyoke, shared by all tests of the run and
/// removed at its end.
enum Place {
  static let sandbox: Sandbox = {
    do {
      let sandbox = try Sandbox(tools: [
        ("unshare", Subject.binary), ("nsenter", Subject.binary), ("nsls", Subject.binary),
        ("lsns", Subject.binary), ("unyoke", Subject.binary),
      ])
      base = sandbox.base
      atexit { _ = spawn(["/bin/rm", "-rf", "--one-file-system", Place.base]) }
      return sandbox
    } catch {
      fatalError("no sandbox: \(error); is the release binary built? (make release)")
    }
  }()

  nonisolated(unsafe) private static var base = ""

  /// A name for a working directory that was not used yet.
  static func uniqueName(_ prefix: String) -> String {
    "\(prefix)-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
  }

  /// Runs a command in the sandbox.
  static func run(
    _ command: String, as user: Sandbox.User = .root, setup: [String] = [],
    timeLimit: Double = 60
  ) -> Outcome {
    sandbox.run(command, as: user, name: uniqueName("t"), setup: setup, timeLimit: timeLimit)
  }
}

/// Whether tests that need the sandbox can run, for `.enabled(if:)`.
let canSandbox = isRoot
let needsRoot: Comment = "needs root: the sandbox has a mount namespace and accounts of its own"

/// What `unyoke --list` prints.
let programList = "unshare\nnsenter\nnsls\nlsns\n"
