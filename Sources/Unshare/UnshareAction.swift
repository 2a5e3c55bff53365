public import Bytes
public import Host
public import Launch
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
  ///   - status: becomes what is to be told to whom, as far as the words were right.
  public static func read(
    _ words: [ByteString], on host: some HostFacts, noting status: inout StatusRequest
  ) throws(UnshareError) -> UnshareAction {
    var intent = UnshareIntent(
      caller: UnshareIntent.Caller(user: host.effectiveUser, group: host.effectiveGroup))
    return try unshareOptions.read(words) { event throws(UnshareError) in
      let action = try intent.apply(event, on: host)
      status = intent.launch.status
      return action
    } complete: { operands throws(UnshareError) in
      try intent.complete(on: host)
      return .launch(intent, operands: operands)
    }
  }

  /// The same, where nobody is told.
  public static func read(
    _ words: [ByteString], on host: some HostFacts
  ) throws(UnshareError) -> UnshareAction {
    var status = StatusRequest()
    return try read(words, on: host, noting: &status)
  }
}
