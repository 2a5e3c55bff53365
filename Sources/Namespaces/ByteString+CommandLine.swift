public import Bytes

extension ByteString {
  /// The words of the command line as they were given, the name of the program first: what `CommandLine.arguments` has as text.
  public static var commandLine: [ByteString] {
    (0..<Int(CommandLine.argc)).compactMap { index in
      CommandLine.unsafeArgv[index].map { ByteString(cString: $0) }
    }
  }
}
