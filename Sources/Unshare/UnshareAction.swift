public import Bytes
public import Host
import LaunchOptions
import Options

/// What unshare(1) is to do.
public enum UnshareAction: Equatable, Sendable {
  /// Print the help.
  case help
  /// Print the version.
  case version
  /// Name the capabilities of the running kernel.
  case listCapabilities
  /// Start a program in new namespaces, or the caller's shell where there is no operand.
  case launch(UnshareIntent, operands: [ByteString])

  /// Turns a command line into an action. Nothing is changed; only the host is asked.
  /// - Parameters:
  ///   - words: the command line after the program's name.
  ///   - host: answers for names and files.
  public static func read(
    _ words: [ByteString], on host: some HostFacts
  ) throws(UnshareError) -> UnshareAction {
    var intent = UnshareIntent(
      caller: UnshareIntent.Caller(user: host.effectiveUser, group: host.effectiveGroup))
    return try unshareOptions.read(words) { event throws(UnshareError) in
      try intent.apply(event, on: host)
    } complete: { operands throws(UnshareError) in
      try intent.complete(on: host)
      return .launch(intent, operands: operands)
    }
  }
}
