public import Bytes

/// What the program sees of the environment.
public enum EnvironmentPolicy: Equatable, Sendable {
  case inherit
  /// Only the variables of these names, those that are set.
  case only([ByteString])

  /// A word in a list of names that cannot be the name of a variable.
  public struct BadName: Error, Equatable, Sendable {
    public let name: ByteString
  }

  /// Reads a comma-separated list of names.
  public init(names list: ByteString) throws(BadName) {
    var names: [ByteString] = []
    for part in list.bytes.split(separator: UInt8(ascii: ",")) {
      let name = ByteString(part)
      if name.bytes.contains(UInt8(ascii: "=")) { throw BadName(name: name) }
      if !names.contains(name) { names.append(name) }
    }
    self = .only(names)
  }
}
