public import Bytes
public import Options

/// Why `unyoke privs` refuses its command line.
public enum PrivsError: CommandLineError, Equatable {
  /// A word that is no option as the table knows it.
  case usage(UsageError)
  /// A word in the place of a process id.
  case notAProcess(ByteString)
  /// The second of several processes.
  case secondProcess(ByteString)
}
