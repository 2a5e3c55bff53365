public import Bytes
public import NamespaceValues

/// Why a value that unshare and nsenter read in the same way, or a combination of such options, is
/// not accepted.
public enum LaunchOptionError: Error, Equatable, Sendable {
  /// `--setuid`: not the number of a user.
  case userNumber(ByteString, NumberFault)
  /// `--setgid`: not the number of a group.
  case groupNumber(ByteString, NumberFault)
  /// Not the name or the number of a signal.
  case signal(ByteString)
  /// `--forward-signals`: an item of the list is empty; with the whole list.
  case emptySignal(ByteString)
  /// `--forward-signals`: `all` among other items; with the whole list.
  case allAmongSignals(ByteString)
  /// `--forward-signals`: nobody could pass it on, or it means only who gets it.
  case unforwardable(SignalNumber)
  /// Not the number of a descriptor.
  case descriptorNumber(ByteString, NumberFault)
  /// A standard stream is the program's.
  case standardStream(LaunchOption, Int32)
  /// The descriptor is not open, or not for that.
  case descriptor(LaunchOption, Int32, Errno)
  /// Not the name of an environment variable.
  case variableName(ByteString)

  /// A name that libcap does not know, or nothing of the form of a number.
  case unknownCapability(LaunchOption, ByteString)
  /// The running kernel does not have it.
  case missingCapability(LaunchOption, ByteString)
  /// An item of a list is empty; with the whole list.
  case emptyItem(LaunchOption, ByteString)
  /// An item without `+` or `-` in front.
  case unsigned(LaunchOption, ByteString)
  /// Not a text of cap_iab_from_text(3).
  case inheritance(ByteString)
  /// Not one of setpriv's names for securebits.
  case unknownSecurebit(ByteString)
  /// The bit is gone when the program runs.
  case keepCapabilities
  /// Neither the number nor the name of a group.
  case unknownGroup(ByteString)
  /// Two options for one descriptor.
  case sameDescriptor(LaunchOption, LaunchOption, Int32)
  /// Two options for the supplementary groups, or one for a child where there is none.
  case exclusive(LaunchOption, LaunchOption)
  /// `--init-groups` where no user was asked for by its number.
  case initGroupsWithoutUser
  /// `--init-groups` for a user that does not exist.
  case unknownUser(UserID)
  /// The groups of a user cannot be found out.
  case groupsOfUser(UserID, Errno)
}
