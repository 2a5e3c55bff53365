import Harness

/// A PID namespace with a /proc of its own, in which a listing shows what a test made and nothing
/// else.
enum Jail {
  /// Runs a script with bash as the first process, called `init`, as root.
  /// - Parameters:
  ///   - terminal: the columns of a terminal that stdout is to be; nil for a pipe.
  ///   - locale: LC_ALL.
  static func run(
    _ script: String, terminal: Int? = nil, locale: String = "C", timeLimit: Double = 60
  ) -> Outcome {
    let quoted = script.replacing("'", with: "'\\''")
    return Place.sandbox.run(
      "exec /usr/bin/unshare --pid --fork --mount --mount-proc --kill-child"
        + " bash -c 'export LC_ALL=\(locale); exec -a init bash -c \"$1\"' bash '\(quoted)'",
      as: .root, name: Place.uniqueName("jail"), terminal: terminal, timeLimit: timeLimit)
  }

  /// Shell functions that scripts begin with.
  static let functions = """
    # Starts $1 processes that sleep, with five descriptors each.
    sleepers() {
      set -- "$1" "$(cat /proc/[0-9]*/comm | grep -cx perl)"
      perl -e 'open A, "</dev/null"; open B, "</dev/null"; $^F = 9;
        open A, "</dev/null"; open B, "</dev/null"; open STDIN, "</dev/null";
        for (1 .. $ARGV[0]) { unless (fork) { sleep 1000; exit } }
        sleep 1000' "$1" >/dev/null 2>&1 &
      until [ "$(cat /proc/[0-9]*/comm 2>/dev/null | grep -cx perl)" -gt $(($1 + $2)) ]; do sleep 0.05; done
      sleep 0.2
    }
    # Waits until process $1 is called $2, and has its command line too, which the kernel sets later.
    waitcomm() {
      until [ "$(cat /proc/$1/comm 2>/dev/null)" = "$2" ] && [ "$(head -c 1 /proc/$1/cmdline 2>/dev/null)" ]; do
        sleep 0.02
      done
    }
    # Waits until process $2 has a namespace of its own of kind $1.
    waitown() { until [ "$(number $1 $2)" != "$(number $1 1)" ]; do sleep 0.02; done; }
    # The number of namespace $1 of process $2.
    number() { readlink "/proc/$2/ns/$1" | tr -dc 0-9; }
    # How many system calls a command makes; those named by $CALLS, or all.
    calls() {
      strace -f -c ${CALLS:+-e trace=$CALLS} -o calls "$@" >/dev/null
      awk '$NF == "total" { n = $4 } END { print n + 0 }' calls
    }

    """
}
