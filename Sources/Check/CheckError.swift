public import Bytes
public import Options

/// Why `unyoke check` refuses its command line.
public enum CheckError: CommandLineError, Equatable {
  /// A word that is no option as the table knows it.
  case usage(UsageError)
  /// A word in the place of a kind.
  case unknownKind(ByteString)
}
