import Bytes
import Host
import Kernel
import NamespaceValues

extension Executor {
  /// Becomes the program. Returns only the failure to do so.
  mutating func execute(_ plan: LaunchPlan) -> LaunchFailure {
    let outer = files.program.take()
    // Before the first name is looked up inside: close-on-exec comes too late. The kernel opens the
    // program and the interpreter that it names first, and a program inside can name
    // /proc/self/fd/N, which is whatever N means to us.
    closeFiles()
    // Nothing of ours may need a variable after this, and the search for the program already
    // follows the new PATH, as it would for a program that cleared its own environment.
    if case .only(let names) = plan.environment {
      do throws(Errno) { try keep(names) } catch { return .setEnvironment(error) }
    }
    // What came meanwhile meets the program's own dispositions, and nothing of ours.
    if plan.fork?.supervision != nil {
      do throws(Errno) { try Calls.restoreMask() } catch { return .restoreMask(error) }
      if let status {
        do throws(Errno) { try status.tellNext(plan.describeProgram()) } catch {
          return error == .brokenPipe ? .parentGone : .tellStatus(error)
        }
      }
    }
    switch plan.program {
    case .command(let name, let arguments):
      return .execute(name, start { Execution.search(name, [name] + arguments) })
    case .outer(let name, let arguments):
      guard let outer else { return .execute(name, .badDescriptor) }
      return .execute(name, start { Execution.run(outer, [name] + arguments) })
    case .loginShell(let mayFork):
      let named = Environment.value(of: "SHELL").flatMap { $0.isEmpty ? nil : $0 }
      // Else the shell of the account that the real uid means by now.
      let shell =
        named ?? Accounts.shell(of: Calls.realUser, mayFork: mayFork) ?? "/bin/sh"
      let errno = start { Self.runShell(shell) }
      // Among files of somebody else the caller's choice, made for his own, need not be there. What is
      // there and cannot be started is broken, which the caller shall know.
      if errno == .noEntry, progress.hasOtherMounts || progress.hasOtherRoot {
        Self.runOtherShell()
      }
      // The caller's own only where his environment named it: the terminal must not obey what the
      // entered /etc/passwd or the target's environment says.
      return .execute(named == nil || progress.hasEnvironment ? shell.safe : shell, errno)
    }
  }

  /// Keeps these variables of the environment.
  func keep(_ names: [ByteString], erasingOthers: Bool = false) throws(Errno) {
    let kept = names.compactMap { name in
      Environment.value(of: name).map { value -> ByteString in "\(name)=\(value)" }
    }
    if erasingOthers { Execution.eraseEnvironment() }
    try Execution.setEnvironment(kept)
  }

  /// Becomes a shell that is there. Why one does not start is nobody's question: the first one's failure is
  /// what is said.
  @inline(never)
  private static func runOtherShell() {
    // From the root, or it would be looked up in a working directory that may be one of outside (-w): the
    // entered /etc/passwd must not choose among the caller's files.
    if let account = Accounts.shell(of: Calls.realUser, mayFork: false), account.hasPrefix("/") {
      _ = runShell(account)
    }
    _ = runShell("/bin/sh")
    _ = runShell("/bin/bash")
    _ = runShell("/busybox/sh")
  }

  /// As a login shell, of which a leading dash in its name tells it.
  @inline(never)
  private static func runShell(_ path: ByteString) -> Errno {
    Execution.run(path, ["-\(path.posixBasename)"])
  }

  private func start(_ program: () -> Errno) -> Errno {
    progress.environmentIsTooLarge ? .argumentListTooLong : program()
  }

  /// Before anything is entered. Whoever is inside can open /proc/PID/exe of the program as long as it runs, and
  /// would have the caller's own file there.
  mutating func protectProgram(_ name: ByteString) throws(LaunchFailure) {
    files.program = try attempt(held(files.program?.unwritable(named: name.afterLastSlash))) {
      .protectProgram(name, $0)
    }
  }

  /// Closes every descriptor of the launch.
  private mutating func closeFiles() {
    closeLaunchFiles()
    inbox = nil
  }

  /// Closes all but what a supervisor needs.
  mutating func closeLaunchFiles() {
    files = HeldFiles()
    parent = nil
    binder = nil
    mapWriter = nil
  }
}
