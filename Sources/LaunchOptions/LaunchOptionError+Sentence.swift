public import Bytes
import Host
import Kernel
import NamespaceValues

extension LaunchOptionError {
  /// What follows `NAME: `; about what the originals know too in their words.
  public var sentence: ByteString {
    switch self {
    case .userNumber(let text, let fault): "failed to parse uid: '\(text)'\(fault.suffix)"
    case .groupNumber(let text, let fault): "failed to parse gid: '\(text)'\(fault.suffix)"
    case .signal(let text): "unknown signal: \(text)"
    case .emptySignal(let text): "--forward-signals: an item is empty: '\(text)'"
    case .allAmongSignals(let text): "--forward-signals: 'all' stands alone: '\(text)'"
    case .unforwardable(let signal): "cannot forward SIG\(signal.name)"
    case .descriptorNumber(let text, let fault):
      "failed to parse file descriptor: '\(text)'\(fault.suffix)"
    case .standardStream(let option, let number):
      "\(option.name): descriptor \(number) belongs to the program"
    case .descriptor(let option, let number, let errno):
      "\(option.name): cannot use descriptor \(number): \(errno.text)"
    case .variableName(let text): "not the name of an environment variable: '\(text)'"

    case .unknownCapability(let option, let text):
      "\(option.name): unknown capability: '\(text)'"
    case .missingCapability(let option, let text):
      "\(option.name): the running kernel has no capability '\(text)'"
    case .emptyItem(let option, let text): "\(option.name): an item is empty: '\(text)'"
    case .unsigned(let option, let item):
      "\(option.name): an item must begin with + or -: '\(item)'"
    case .inheritance(let text):
      "\(LaunchOption.inheritance.name): not a text of libcap: '\(text)'"
    case .unknownSecurebit(let text):
      "\(LaunchOption.securebits.name): unknown securebit: '\(text)'"
    case .keepCapabilities:
      "\(LaunchOption.securebits.name): keep_caps cannot be set: it ends where the program starts"
    case .unknownGroup(let text): "\(LaunchOption.groups.name): unknown group: '\(text)'"
    case .exclusive(let first, let second):
      "options \(first.name) and \(second.name) cannot be combined"
    case .sameDescriptor(let first, let second, let number):
      "options \(first.name) and \(second.name) cannot both use descriptor \(number)"
    case .initGroupsWithoutUser:
      "option \(LaunchOption.initGroups.name) needs a user: add --setuid with a number"
    case .unknownUser(let user):
      "\(LaunchOption.initGroups.name): there is no user \(user.number)"
    case .groupsOfUser(let user, let errno):
      "\(LaunchOption.initGroups.name): cannot find the groups of user \(user.number): \(errno.text)"
    }
  }
}
