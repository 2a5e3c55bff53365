public import Bytes
public import Namespaces

/// Why a value of an option for privileges, or a combination of them, is not accepted.
public enum PrivilegeError: Error, Equatable, Sendable {
  /// A name that libcap does not know, or nothing of the form of a number.
  case unknownCapability(ByteString)
  /// The running kernel does not have it.
  case missingCapability(ByteString)
  case emptyItem(OptionName, ByteString)
  /// An item without `+` or `-` in front.
  case unsigned(OptionName, ByteString)
  case inheritance(ByteString)
  case unknownSecurebit(ByteString)
  /// The bit is gone when the program runs.
  case keepCapabilities
  case unknownGroup(ByteString)
  case exclusive(OptionName, OptionName)
  case initGroupsWithoutUser
  case unknownUser(UserID)
  case groupsOfUser(UserID, Errno)

  /// The name of an option, with its dashes.
  public enum OptionName: Equatable, Sendable {
    case capDrop, capAdd, boundingSet, inhCaps, ambientCaps, securebits
    case groups, clearGroups, keepGroups, initGroups

    var text: StaticString {
      switch self {
      case .capDrop: "--cap-drop"
      case .capAdd: "--cap-add"
      case .boundingSet: "--bounding-set"
      case .inhCaps: "--inh-caps"
      case .ambientCaps: "--ambient-caps"
      case .securebits: "--securebits"
      case .groups: "--groups"
      case .clearGroups: "--clear-groups"
      case .keepGroups: "--keep-groups"
      case .initGroups: "--init-groups"
      }
    }
  }
}
