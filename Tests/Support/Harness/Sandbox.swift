import Glibc
import ProjectFiles

/// Places in which shell commands run without touching the machine, each in an empty working
/// directory.
///
/// Root's commands run as root or as a plain user, with a private mount namespace each and account
/// files of their own, and see nothing of what others do on the machine (sandbox.sh). A plain user
/// can make no such place: his commands run in folders of his own, as himself. Everything is gone
/// when the sandbox is closed.
public final class Sandbox: Sendable {
  /// Who runs a command.
  public enum User: String, Sendable {
    case root
    /// uid and gid 1001, with subordinate ids from 100000 on; exists only in sandboxes.
    case tester
  }

  /// Whether commands see nothing of the machine, and can run as any user.
  public let isPrivate = isRoot
  /// A world-readable folder of its own on the root file system.
  public let base: String
  /// The folder with the programs under test, first in PATH.
  public let programs: String
  private let reachable: String

  /// - Parameters:
  ///   - tools: programs to put first in PATH: name and file. The file is copied, so that every
  ///     user can reach it.
  ///   - reachable: a folder that every user must be able to enter under its own path.
  public init(tools: [(name: String, file: String)], reachable: String = "") throws {
    self.reachable = reachable
    // Not /tmp: cases bind the root directory somewhere and expect to find their files below,
    // so the folder must not be on a file system of its own.
    var template = Array("/var/tmp/unyoke-test.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw HarnessError("mkdtemp: \(errno)") }
    base = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    programs = "\(base)/bin"
    chmod(base, 0o755)
    for folder in [programs, "\(base)/work"] {
      mkdir(folder, 0o755)
      chmod(folder, 0o755)
    }
    for tool in tools {
      let copy = "\(programs)/\(tool.name)"
      try writeFile(copy, try readFile(tool.file))
      chmod(copy, 0o755)
    }
  }

  /// Removes everything.
  public func close() {
    _ = spawn(["/bin/rm", "-rf", "--one-file-system", base])
  }

  /// The working directory of a command, which is also `$T`.
  public func workingDirectory(_ name: String) -> String { "\(base)/work/\(name)" }

  /// Runs a command with /bin/sh.
  /// - Parameters:
  ///   - user: who runs it; only a private sandbox has another one than the caller.
  ///   - name: a name for the working directory, not used twice in one sandbox.
  ///   - setup: commands run first, as root; what they print and how they end is ignored. Only for
  ///     private sandboxes.
  ///   - environment: all of it, the first entry being found in no other process; nil for
  ///     `T`, `BIN`, PATH, HOME, LC_ALL and SHELL.
  ///   - terminal: the columns of a terminal that stdout is to be; nil for a pipe.
  ///   - processor: the only CPU it may run on, the first one by default; the kernel compares per-CPU numbers of mount
  ///     namespaces, so a case must not wander.
  public func run(
    _ command: String, as user: User, name: String, setup: [String] = [],
    environment: [String]? = nil, terminal: Int? = nil, processor: Int? = nil,
    timeLimit: Double = 60
  ) -> Outcome {
    let directory = workingDirectory(name)
    mkdir(directory, 0o777)
    chmod(directory, 0o777)
    let environment =
      environment ?? [
        "T=\(directory)", "BIN=\(programs)",
        "PATH=\(programs):/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/", "LC_ALL=C", "SHELL=/bin/sh",
      ]
    guard isPrivate else {
      return spawn(
        ["/bin/sh", "-c", command], environment: environment, directory: directory,
        terminal: terminal, marker: environment[0], timeLimit: timeLimit)
    }
    if user == .tester { chown(directory, 1001, 1001) }
    let processor = processor ?? Processors.allowed[0]
    return spawn(
      [
        "/usr/bin/taskset", "-c", "\(processor)", "/usr/bin/unshare", "--mount", "/bin/sh",
        "\(projectRoot)/Tests/Support/Sandbox/sandbox.sh", base, directory, user.rawValue,
        reachable,
      ],
      environment: environment + [
        "SETUP=\(setup.joined(separator: "\n"))", "COMMAND=\(command)",
      ], terminal: terminal, marker: environment[0], timeLimit: timeLimit)
  }
}
