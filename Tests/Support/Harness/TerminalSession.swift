import Glibc

/// A program on a pseudo-terminal that is its controlling one: what a person at a keyboard has.
public final class TerminalSession {
  private let master: Int32
  private let leader: pid_t
  private let patience: Double
  private var seen: [UInt8] = []

  /// Starts a program as the leader of a session of its own.
  /// - Parameters:
  ///   - arguments: the program's absolute path and its arguments.
  ///   - environment: `NAME=VALUE` entries, all there are.
  ///   - columns: the width of the terminal.
  ///   - patience: how many seconds to wait for a text where nothing else is said.
  public init(
    _ arguments: [String], environment: [String], columns: Int = 80, patience: Double = 10
  ) throws {
    self.patience = patience
    let ends = openTerminal(columns: columns)
    master = ends[0]
    defer { close(ends[1]) }
    var name = [CChar](repeating: 0, count: 128)
    guard ptsname_r(master, &name, name.count) == 0 else { throw HarnessError("ptsname") }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    // The first terminal that a session leader opens becomes its controlling one.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    var attributes = freshSession()
    let argv = cStrings(arguments)
    let envp = cStrings(environment)
    var pid: pid_t = 0
    let failed = posix_spawn(&pid, arguments[0], &actions, &attributes, argv, envp)
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
    freeCStrings(argv)
    freeCStrings(envp)
    if failed != 0 { throw HarnessError("cannot start \(arguments[0]): \(failed)") }
    leader = pid
  }

  /// Types.
  public func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Reads until a text appears behind all that was waited for before.
  /// - Returns: what was read, with the text.
  public func wait(for text: String, seconds: Double? = nil) throws -> String {
    let end = monotonicSeconds() + (seconds ?? patience)
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let shown = String(decoding: seen, as: UTF8.self)
      if let found = range(of: Array(text.utf8)) {
        let output = String(decoding: seen[..<found], as: UTF8.self)
        seen.removeSubrange(..<found)
        return output
      }
      let left = end - monotonicSeconds()
      if left <= 0 { throw HarnessError("no '\(text)' on the terminal, but: \(shown)") }
      var stream = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&stream, 1, 50) > 0 else { continue }
      let count = read(master, &chunk, chunk.count)
      if count <= 0 { throw HarnessError("the terminal was closed, after: \(shown)") }
      seen += chunk[..<count]
    }
  }

  /// The end of the first place where the bytes stand.
  private func range(of text: [UInt8]) -> Int? {
    guard seen.count >= text.count else { return nil }
    for start in 0...(seen.count - text.count)
    where seen[start..<(start + text.count)].elementsEqual(text) {
      return start + text.count
    }
    return nil
  }

  /// Ends every process of the session.
  public func end() {
    _ = endSession(leader, marker: nil)
    var status: Int32 = 0
    waitpid(leader, &status, 0)
    close(master)
  }
}
