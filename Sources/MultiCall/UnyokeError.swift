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
  /// Two options of which one makes the other senseless.
  case exclusive(UnyokeOption, UnyokeOption)
  /// An option that says how to install, where nothing is installed.
  case withoutInstall(UnyokeOption)
  /// Not exactly one directory to install into.
  case notOneDirectory
  /// A word behind an option that goes with none.
  case unexpected(ByteString, after: UnyokeOption)
}
