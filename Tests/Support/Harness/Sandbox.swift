import Glibc
import ProjectFiles

/// Places in which shell commands run as root or as a plain user without touching the machine:
/// each command has a private mount namespace, account files of its own and an empty working
/// directory, and sees nothing of what others do there (shield.sh). Everything is gone when the sandbox is closed.
public final class Sandbox: Sendable {
  /// Who runs a command.
  public enum User: String, Sendable {
    case root
    /// uid and gid 1001, with subordinate ids from 100000 on; exists only in sandboxes.
    case tester
  }

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
    for folder in [programs, "\(base)/etc", "\(base)/work"] {
      mkdir(folder, 0o755)
      chmod(folder, 0o755)
    }
    for tool in tools {
      let copy = "\(programs)/\(tool.name)"
      try writeFile(copy, try readFile(tool.file))
      chmod(copy, 0o755)
    }
    try writeAccounts()
  }

  /// Removes everything.
  public func close() {
    _ = spawn(["/bin/rm", "-rf", "--one-file-system", base])
  }

  /// Those of the machine are not asked: anybody may have added users to them.
  private func writeAccounts() throws {
    let folder = "\(projectRoot)/Tests/Support/Harness/etc"
    for name in try directoryEntries(folder) {
      try writeFile("\(base)/etc/\(name)", try readFile("\(folder)/\(name)"))
    }
  }

  /// The working directory of a command, which is also `$T`.
  public func workingDirectory(_ name: String) -> String { "\(base)/work/\(name)" }

  /// Runs a command with /bin/sh.
  /// - Parameters:
  ///   - name: a name for the working directory, not used twice in one sandbox.
  ///   - setup: commands run first, as root; what they print and how they end is ignored.
  ///   - environment: all of it, the first entry being found in no other process; nil for
  ///     `T`, `BIN`, PATH, HOME, LC_ALL and SHELL.
  ///   - terminal: the columns of a terminal that stdout is to be; nil for a pipe.
  ///   - processor: the only CPU it may run on, the first one by default; the kernel compares per-CPU numbers of mount
  ///     namespaces, so a case must not wander.
  public func run(
    _ command: String, as user: User, name: String, setup: [String] = [],
    environment: [String]? = nil, terminal: Int? = nil, processor: Int? = nil,
    timeLimit: Double = 20
  ) -> Outcome {
    let directory = workingDirectory(name)
    mkdir(directory, 0o777)
    chmod(directory, 0o777)
    if user == .tester { chown(directory, 1001, 1001) }
    let environment =
      environment ?? [
        "T=\(directory)", "BIN=\(programs)",
        "PATH=\(programs):/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/", "LC_ALL=C", "SHELL=/bin/sh",
      ]
    let processor = processor ?? Processors.allowed[0]
    return spawn(
      [
        "/usr/bin/taskset", "-c", "\(processor)", "/usr/bin/unshare", "--mount", "/bin/sh",
        "\(projectRoot)/Tests/Support/Harness/sandbox.sh", base, directory, user.rawValue,
        reachable,
      ],
      environment: environment + [
        "SETUP=\(setup.joined(separator: "\n"))", "COMMAND=\(command)",
      ], terminal: terminal, marker: environment[0], timeLimit: timeLimit)
  }
}
