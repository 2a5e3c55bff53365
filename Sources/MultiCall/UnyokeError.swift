public import Bytes
public import Options

/// Why `unyoke` refuses its command line.
public enum UnyokeError: CommandLineError, Equatable {
  /// A word that is no option as the table knows it.
  case usage(UsageError)
  /// Neither a program nor an option that does something by itself.
  case noProgram
  /// A word in the place of a program.
  case unknownProgram(ByteString)
  /// The name of a link to the binary that is no program's.
  case unknownName(ByteString)
  /// Two options, as they were typed, of which one makes the other senseless.
  case exclusive(ByteString, ByteString)
  /// An option, as it was typed, that says how to install, where nothing is installed.
  case withoutInstall(ByteString)
  /// Not exactly one directory to install into.
  case notOneDirectory
}
