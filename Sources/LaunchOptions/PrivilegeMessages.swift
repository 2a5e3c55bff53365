public import Bytes
import Kernel
import Namespaces

extension PrivilegeError {
  /// What follows `NAME: `.
  public var sentence: ByteString {
    switch self {
    case .unknownCapability(let text): "unknown capability: '\(text)'"
    case .missingCapability(let text): "the running kernel has no capability '\(text)'"
    case .emptyItem(let option, let text): "\(option.text): an item is empty: '\(text)'"
    case .unsigned(let option, let item):
      "\(option.text): an item must begin with + or -: '\(item)'"
    case .inheritance(let text): "--iab: not a text of libcap: '\(text)'"
    case .unknownSecurebit(let text): "unknown securebit: '\(text)'"
    case .keepCapabilities:
      "securebit keep_caps cannot be set: it ends where the program starts"
    case .unknownGroup(let text): "unknown group: '\(text)'"
    case .exclusive(let first, let second):
      "options \(first.text) and \(second.text) cannot be combined"
    case .initGroupsWithoutUser: "option --init-groups needs a user: add --setuid with a number"
    case .unknownUser(let user): "--init-groups: there is no user \(user.number)"
    case .groupsOfUser(let user, let errno):
      "--init-groups: cannot find the groups of user \(user.number): \(errno.text)"
    }
  }
}
