public import Bytes
public import NamespaceValues
import Survey

/// A process that is in a namespace. Its numbers are those that `NamespaceListing.root` shows.
///
/// JSON: `process`, `parent` and `user`, numbers, and `command`, where it was asked for.
public struct ListedProcess: Hashable, Sendable {
  /// Its id.
  public let process: ProcessID
  /// The process that it is a child of; 0 for none, or one that is out of sight.
  public let parent: ProcessID
  /// The effective user, as the user namespace of this process sees it.
  public let user: UserID
  /// The command line, /proc/PID/cmdline, with blanks between the arguments, and no more than 8,191 bytes of
  /// it; the name of the process where it has none, as kernel threads and zombies. The process itself decides
  /// what it says. Nil where it was not asked for.
  public let command: ByteString?

  init(_ record: ProcessRecord, _ request: NamespaceListing.Request) {
    (process, parent, user) = (record.process, record.parent, record.user)
    command = request.includesCommands ? record.command : nil
  }
}

extension ListedProcess: Codable {
  private enum CodingKeys: String, CodingKey { case process, parent, user, command }

  /// Reads what `encode(to:)` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    process = ProcessID(try container.decode(Int32.self, forKey: .process))
    parent = ProcessID(try container.decode(Int32.self, forKey: .parent))
    user = UserID(try container.decode(UInt32.self, forKey: .user))
    command = try container.decodeIfPresent(ByteString.self, forKey: .command)
  }

  /// Writes an object.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(process.number, forKey: .process)
    try container.encode(parent.number, forKey: .parent)
    try container.encode(user.number, forKey: .user)
    try container.encodeIfPresent(command, forKey: .command)
  }
}
