import Harness
import ProjectFiles

/// What tests of entries by plain users and into containers begin with.
enum Rootless {
  /// Shell functions. Users are made by number, and no file of the machine knows them.
  static let functions = #"""
    as() { local u=$1; shift; setpriv --reuid $u --regid $u --clear-groups "$@"; }
    AS="setpriv --reuid 1001 --regid 1001 --clear-groups"
    ALL=
    # Starts a process that sleeps, with these words before it; its number is in P. Words that begin with
    # a program, so that its number can be found below this one.
    box() {
      "$@" sleep 600 </dev/null >/dev/null 2>&1 & L=$!; ALL="$ALL $L"
      until P=$(sleeper $L); do sleep 0.02; done; ALL="$P $ALL"
    }
    # The process below $1, or $1 itself, that runs sleep.
    sleeper() {
      tr '\0' ' ' 2>/dev/null </proc/$1/cmdline | grep -q '^[^ ]*sleep 600 $' && echo $1 && return
      for p in $(cat /proc/$1/task/$1/children 2>/dev/null); do sleeper $p && return; done
      return 1
    }
    inside() { readlink /proc/$1/ns/$2; }
    leave() { kill -KILL $ALL 2>/dev/null; wait 2>/dev/null; }
    # What a command says in all, and how it ends.
    say() { "$@" 2>&1 </dev/null; echo "= $?"; }
    # Makes a container whose root directory is R, made before; its first process is in P.
    settle() {
      unshare -m -p -f "$@" $T/R/visitor settle $T/R </dev/null >/dev/null 2>&1 & L=$!; ALL="$ALL $L"
      until P=$(tr -d ' ' </proc/$L/task/$L/children) && [ "$(cat /proc/$P/comm)" = settled ]; do
        sleep 0.02
      done 2>/dev/null
      ALL="$P $ALL"
    }

    """#

  /// Runs a script in the sandbox, as root, and ends what it started.
  static func run(_ script: String, timeLimit: Double = 60) -> Outcome {
    Place.sandbox.run(
      functions + script + "\nleave", as: .root, name: Place.uniqueName("r"), timeLimit: timeLimit)
  }

  // Programs of Tests/Support/Entry, static and for everybody; nil where they cannot be made.

  static let visitor = program("visitor")
  static let probe = program("probe")

  private static func program(_ name: String) -> String? {
    guard canSandbox, let compiler = findTool("cc") else { return nil }
    let program = "\(Place.sandbox.base)/\(name)"
    let outcome = spawn([
      compiler, "-O1", "-static", "-o", program, "\(projectRoot)/Tests/Support/Entry/\(name).c",
    ])
    return outcome.ending == .exited(0) ? program : nil
  }
}
