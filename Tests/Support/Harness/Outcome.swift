/// What a program left behind when it ended.
public struct Outcome: Equatable, Sendable {
  /// How a program ended.
  public enum Ending: Equatable, Sendable {
    case exited(Int32)
    case signalled(Int32)
    /// It was killed by the harness because its time was over.
    case timedOut
  }

  public var stdout: [UInt8]
  public var stderr: [UInt8]
  public var ending: Ending
  /// Names of the programs that were still running in its session when it had ended, by the
  /// file they execute. They have been killed.
  public var survivors: [String]

  /// stdout for tests that know it to be text.
  public var stdoutText: String { String(decoding: stdout, as: UTF8.self) }
  /// stderr for tests that know it to be text.
  public var stderrText: String { String(decoding: stderr, as: UTF8.self) }

  /// The status as a shell shows it.
  public var shellStatus: String {
    switch ending {
    case .exited(let status): "\(status)"
    case .signalled(let signal): "\(128 + signal)"
    case .timedOut: "timeout"
    }
  }
}
