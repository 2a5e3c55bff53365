public import Bytes
public import Host
public import Launch
import LaunchOptions
import Options

/// What nsenter(1) is to do.
public enum NsenterAction: Equatable, Sendable {
  /// Print the help.
  case help
  /// Print the version.
  case version
  /// Name the capabilities of the running kernel.
  case listCapabilities
  /// Start a program in namespaces that exist, or the caller's shell where there is no operand.
  case enter(NsenterIntent, operands: [ByteString])

  /// Turns a command line into an action. What the options name is opened, the host is asked, and
  /// nothing is changed.
  /// - Parameters:
  ///   - words: the command line after the program's name.
  ///   - files: opens what is named, in the order of the options, and holds it.
  ///   - host: answers for names.
  ///   - status: becomes what is to be told to whom, as far as the words were right.
  public static func read(
    _ words: [ByteString], opening files: inout some EntryFiles & ~Copyable,
    on host: some HostFacts, noting status: inout StatusRequest
  ) throws(NsenterError) -> NsenterAction {
    var intent = NsenterIntent()
    return try nsenterOptions.read(words) { event throws(NsenterError) in
      let action = try intent.apply(event, opening: &files, on: host)
      status = intent.launch.status
      return action
    } complete: { operands throws(NsenterError) in
      try intent.complete(hasProgram: !operands.isEmpty, on: host)
      return .enter(intent, operands: operands)
    }
  }

  /// The same, where nobody is told.
  public static func read(
    _ words: [ByteString], opening files: inout some EntryFiles & ~Copyable,
    on host: some HostFacts
  ) throws(NsenterError) -> NsenterAction {
    var status = StatusRequest()
    return try read(words, opening: &files, on: host, noting: &status)
  }
}
