import Harness
import Testing

/// An example of a manual page: commands that are typed into one shell, and words they must print.
struct Example: Sendable, CustomTestStringConvertible {
  /// The commands as they stand there, with their prompts: `# ` for root, `$ ` for a plain user.
  let commands: [String]
  /// What it meets.
  let fixture: Fixture
  /// Each is found in what it prints.
  let shows: [String]
  /// Each is found on standard error, where there is nothing else without these.
  let tells: [String]

  var testDescription: String { commands.joined(separator: "; ") }

  init(_ commands: String..., shows: String..., tells: String...) {
    (self.commands, fixture, self.shows, self.tells) = (commands, .nothing, shows, tells)
  }

  init(_ commands: String..., on fixture: Fixture, shows: String..., tells: String...) {
    (self.commands, self.fixture, self.shows, self.tells) = (commands, fixture, shows, tells)
  }

  /// What is there before the command runs. Processes are in a PID namespace of the example's own,
  /// where 4242 is a number like another.
  enum Fixture: String, Sendable {
    case nothing
    /// Process 4242 is in namespaces of its own.
    case container
    /// The same, and it is a container, a machine and a unit called `web`.
    case named
    /// Process 4242 is a container of the plain user.
    case ownContainer
    /// Process 4242 waits for the first process of a new PID namespace.
    case waiting
    /// Process 4242 runs as the plain user in /usr.
    case service
    /// /usr/local is empty.
    case local

    /// Where control groups are.
    fileprivate static let hierarchies =
      "/sys/fs/cgroup /sys/fs/cgroup/unified /sys/fs/cgroup/systemd"

    fileprivate var script: String {
      let start = "echo 4241 >/proc/sys/kernel/ns_last_pid"
      let end = "sleep 1000 >/dev/null & until grep -q sleep /proc/4242/comm; do sleep 0.02; done"
      let asUser = "setpriv --reuid 1001 --regid 1001 --clear-groups"
      return switch self {
      case .nothing: ":"
      case .container: "\(start); unshare -m -u -i -n \(end)"
      case .named:
        // What crun(1) and systemd write and make, but for the slice.
        "chmod 755 /run; \(start); unshare -m -u -i -n \(end);"
          + " mkdir -p /run/crun/web /run/systemd/machines; echo LEADER=4242 >/run/systemd/machines/web;"
          + " read -ra stat </proc/4242/stat;"
          + #" echo "{\"pid\": 4242, \"process-start-time\": ${stat[21]}}" >/run/crun/web/status;"#
          + " unshare -n sleep 1000 >/dev/null & U=$!; join() { for h in \(Self.hierarchies); do"
          + " if [ -e $h/cgroup.procs ]; then mkdir -p $h$G/$1; echo $2 >$h$G/$1/cgroup.procs; fi;"
          + " done; }; join web.service 4242; join user@0.service/web.service $U"
      case .ownContainer: "\(start); \(asUser) unshare -r -m -n \(end)"
      case .waiting:
        // The waiting parent has the name of its program.
        "\(start); unshare -pf --mount-proc sleep 1000 >/dev/null &"
          + " until pgrep -P 4242 sleep >/dev/null; do sleep 0.02; done"
      case .service: "cd /usr; \(start); \(asUser) \(end); cd /"
      case .local: "mount -t tmpfs none /usr/local; mkdir /usr/local/bin"
      }
    }
  }

  /// Runs it in a sandbox that sees nothing of the machine: no process, and an empty /run. Nobody is at
  /// the keyboard. Ends with the status of the first command that fails.
  func run() -> Outcome {
    let asUser =
      commands[0].hasPrefix("# ") ? "" : "exec setpriv --reuid 1001 --regid 1001 --clear-groups "
    let typed = commands.map { $0.dropFirst(2) }.joined(separator: "\n")
    let quoted = typed.replacing("'", with: "'\\''")
    let script = """
      export G=/unyoke-example-$$.slice
      /usr/bin/unshare --pid --fork --mount-proc --kill-child bash -c '
      mount -t tmpfs none /run
      { \(fixture.script); } 2>/dev/null
      \(asUser)bash -ec "$1"' bash '\(quoted)'
      status=$?
      for h in \(Fixture.hierarchies); do
        for d in $h$G/user@0.service/web.service $h$G/user@0.service $h$G/web.service $h$G; do
          for _ in $(seq 100); do [ -d $d ] && ! rmdir $d 2>/dev/null || break; sleep 0.02; done
        done
      done
      exit $status
      """
    return Place.run(script)
  }
}
