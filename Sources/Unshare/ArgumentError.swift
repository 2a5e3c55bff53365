public import Bytes
public import LaunchOptions
public import Namespaces
public import Options

/// Why a value, or a combination of options, is not accepted.
public enum ArgumentError: Error, Equatable, Sendable {
  case userNumber(ByteString, NumberFault)
  case groupNumber(ByteString, NumberFault)
  case innerUser(ByteString)
  case innerGroup(ByteString)
  case mapping(ByteString, NumberFault)
  case owner(NumberFault)
  case unknownCaller(UserID)
  case open(ByteString, Errno)
  case subordinateNumber(ByteString, NumberFault)
  case noSubordinateLine(login: ByteString, file: ByteString)
  case setgroups(ByteString)
  case propagation(ByteString)
  case signal(ByteString)
  case monotonicOffset(ByteString, NumberFault)
  case boottimeOffset(ByteString, NumberFault)
  case offsetWithoutTime
  // Extensions.
  case nameTooLong(option: StaticOption, ByteString)
  case needsNamespace(option: StaticOption, StaticOption)
  case variableName(ByteString)
  case privilege(PrivilegeError)

  /// The name of an option, with its dashes.
  public enum StaticOption: Sendable {
    case hostname, domainname, loopback, uts, net

    public var text: StaticString {
      switch self {
      case .hostname: "--hostname"
      case .domainname: "--domainname"
      case .loopback: "--loopback"
      case .uts: "--uts"
      case .net: "--net"
      }
    }
  }
}

/// Why unshare ends without having started the program.
public enum UnshareError: Error, Equatable, Sendable {
  case usage(UsageError)
  case argument(ArgumentError)
}
