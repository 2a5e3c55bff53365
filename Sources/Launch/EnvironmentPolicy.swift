public import Bytes

/// What the program sees of the environment, environ(7).
public enum EnvironmentPolicy: Equatable, Sendable {
  /// All of it.
  case inherit
  /// Only the variables of these names, those that are set.
  case only([ByteString])
}
