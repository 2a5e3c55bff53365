public import Bytes
public import LaunchOptions
public import NamespaceValues
public import Options

/// Why unshare does not accept its command line.
public enum UnshareError: CommandLineError, Equatable {
  /// A word is not an option as the table knows it.
  case usage(UsageError)
  /// A value of an option that nsenter has too, or a combination of such options.
  case launch(LaunchOptionError)

  /// `--map-user`: neither the number nor the name of a user.
  case innerUser(ByteString)
  /// `--map-group`: neither the number nor the name of a group.
  case innerGroup(ByteString)
  /// `--map-users`, `--map-groups`: not a range of ids.
  case mapping(ByteString, NumberFault)
  /// `--owner`: not two ids.
  case owner(NumberFault)
  /// The caller has no name, by which subordinate ids are looked up.
  case unknownCaller(UserID)
  /// A file with ids cannot be read.
  case open(ByteString, Errno)
  /// A line of subuid(5) or subgid(5) holds no range.
  case subordinateNumber(ByteString, NumberFault)
  /// subuid(5) or subgid(5) has no line for the caller.
  case noSubordinateLine(login: ByteString, file: ByteString)
  /// `--setgroups`: an unknown word.
  case setgroups(ByteString)
  /// `--propagation`: an unknown word.
  case propagation(ByteString)
  /// `--monotonic`: not a number of seconds.
  case monotonicOffset(ByteString, NumberFault)
  /// `--boottime`: not a number of seconds.
  case boottimeOffset(ByteString, NumberFault)
  /// An offset without a new time namespace.
  case offsetWithoutTime

  // Extensions.
  /// `--hostname`, `--domainname`: more than the kernel takes.
  case nameTooLong(UnshareOption, ByteString)
  /// `--init`: an unknown word.
  case initMode(ByteString)
  /// `--kill-child`: a signal that an init cannot pass on.
  case deathSignalOfInit(SignalNumber)
  /// `--init=wait` without a PID namespace: there "everybody" would be the machine.
  case waitNeedsNamespace
  /// An option that is of no use without another one, which makes a namespace.
  case needsNamespace(UnshareOption, UnshareOption)
}
