import Harness
import Testing

/// An example of a manual page or of the README: a command that is run, and words it must print.
struct Example: Sendable, CustomTestStringConvertible {
  /// The command as it stands there, with its prompt: `# ` for root, `$ ` for a plain user.
  let command: String
  /// What it meets.
  let fixture: Fixture
  /// Each is found in what it prints.
  let shows: [String]

  var testDescription: String { command }

  init(_ command: String, _ fixture: Fixture = .nothing, shows: String...) {
    (self.command, self.fixture, self.shows) = (command, fixture, shows)
  }

  /// What is there before the command runs. Processes are in a PID namespace of the example's own,
  /// where 4242 is a number like another.
  enum Fixture: String, Sendable {
    case nothing
    /// Process 4242 is in namespaces of its own.
    case container
    /// Process 4242 is a container of the plain user.
    case ownContainer
    /// Process 4242 waits for the first process of a new PID namespace.
    case waiting
    /// Process 4242 runs as the plain user in /usr.
    case service
    /// `ip netns` knows no namespace.
    case noNames
    /// `ip netns` knows a namespace called blue.
    case blue
    /// /usr/local is empty.
    case local

    fileprivate var script: String {
      let start = "echo 4241 >/proc/sys/kernel/ns_last_pid"
      let end = "sleep 1000 >/dev/null & until grep -q sleep /proc/4242/comm; do sleep 0.02; done"
      let asUser = "setpriv --reuid 1001 --regid 1001 --clear-groups"
      return switch self {
      case .nothing: ":"
      case .container: "\(start); unshare -m -u -i -n \(end)"
      case .ownContainer: "\(start); \(asUser) unshare -r -m -n \(end)"
      case .waiting:
        // The waiting parent has the name of its program.
        "\(start); unshare -pf --mount-proc sleep 1000 >/dev/null &"
          + " until pgrep -P 4242 sleep >/dev/null; do sleep 0.02; done"
      case .service: "cd /usr; \(start); \(asUser) \(end); cd /"
      case .noNames: "mount -t tmpfs none /run; mkdir /run/netns"
      case .blue:
        "mount -t tmpfs none /run; mkdir /run/netns; ip netns add blue"
      case .local: "mount -t tmpfs none /usr/local; mkdir /usr/local/bin"
      }
    }
  }

  /// Runs it in a sandbox, with nobody at the keyboard.
  func run() -> Outcome {
    let asUser =
      command.hasPrefix("# ") ? "" : "exec setpriv --reuid 1001 --regid 1001 --clear-groups "
    let quoted = command.dropFirst(2).replacing("'", with: "'\\''")
    let script = """
      exec /usr/bin/unshare --pid --fork --mount-proc --kill-child bash -c '
      { \(fixture.script); } 2>/dev/null
      \(asUser)bash -c "$1"' bash '\(quoted)'
      """
    return Place.run(script)
  }
}
