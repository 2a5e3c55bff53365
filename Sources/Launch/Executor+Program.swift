import Bytes
import Kernel

extension Executor {
  /// Becomes the program. Returns only the failure to do so.
  static func execute(_ plan: LaunchPlan) -> LaunchFailure {
    // Nothing of ours may need a variable after this, and the search for the program already
    // follows the new PATH, as it would for a program that cleared its own environment.
    if case .only(let names) = plan.environment {
      Execution.setEnvironment(
        names.compactMap { name in
          Execution.environment(name).map { value -> ByteString in "\(name)=\(value)" }
        })
    }
    switch plan.program {
    case .command(let name, let arguments):
      return .execute(name, Execution.search(name, [name] + arguments))
    case .loginShell(let mayFork):
      let shell = loginShell(mayFork: mayFork)
      // A leading dash in its name makes it a login shell.
      return .execute(shell, Execution.run(shell, ["-\(shell.posixBasename)"]))
    }
  }

  /// $SHELL, else the shell of the account that the real uid means by now, else /bin/sh.
  private static func loginShell(mayFork: Bool) -> ByteString {
    if let shell = Execution.environment("SHELL"), !shell.isEmpty { return shell }
    return Accounts.shell(of: Calls.realUser, mayFork: mayFork) ?? "/bin/sh"
  }
}
