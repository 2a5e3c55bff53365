public import Bytes
public import NamespaceValues
import Survey

/// What keeps a namespace alive beside the processes in it.
///
/// JSON: `way`, as `NamespaceDiscovery` has it, and what belongs to it: `process`, `descriptor`, `thread`,
/// `mountPoint`, `namespace`.
public enum NamespaceHolder: Hashable, Sendable {
  /// A descriptor of a process, by its number there.
  case descriptor(ProcessID, UInt64)
  /// A socket of a process, by the number of its descriptor there.
  case socket(ProcessID, UInt64)
  /// A mount point in the mount namespace of the calling thread.
  case mount(ByteString)
  /// A thread, by its process and its own id.
  case thread(ProcessID, UInt64)
  /// A process whose children will be in it.
  case children(ProcessID)
  /// A mount point in the mount namespace of a process, as that sees it.
  case foreignMount(ProcessID, ByteString)
  /// A namespace below it, by its inode number.
  case ancestor(of: UInt64)

  /// The way in which namespaces are found by such a holder.
  public var discovery: NamespaceDiscovery {
    switch self {
    case .descriptor: .descriptor
    case .socket: .socket
    case .mount: .mount
    case .thread: .thread
    case .children: .children
    case .foreignMount: .foreignMount
    case .ancestor: .ancestor
    }
  }

  /// The process that holds it; nil for mounts in the own mount namespace and for namespaces.
  public var process: ProcessID? {
    switch self {
    case .descriptor(let process, _), .socket(let process, _), .thread(let process, _),
      .children(let process), .foreignMount(let process, _):
      process
    case .mount, .ancestor: nil
    }
  }

  init(_ holder: Holder) {
    switch holder {
    case .descriptor(let process, let number): self = .descriptor(process, number)
    case .socket(let process, let number): self = .socket(process, number)
    case .mount(let path): self = .mount(path)
    case .task(let process, let thread): self = .thread(process, thread)
    case .children(let process): self = .children(process)
    case .foreignMount(let process, let path): self = .foreignMount(process, path)
    case .ancestor(let number): self = .ancestor(of: number)
    }
  }
}

extension NamespaceHolder: Codable {
  private enum CodingKeys: String, CodingKey {
    case way, process, descriptor, thread, mountPoint, namespace
  }

  /// Reads what `encode(to:)` writes. Throws `DecodingError` for `proc`, which is the way of members.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func process() throws -> ProcessID {
      ProcessID(try container.decode(Int32.self, forKey: .process))
    }
    func number(_ key: CodingKeys) throws -> UInt64 {
      try container.decode(UInt64.self, forKey: key)
    }
    func mountPoint() throws -> ByteString {
      try container.decode(ByteString.self, forKey: .mountPoint)
    }
    switch try container.decode(NamespaceDiscovery.self, forKey: .way) {
    case .descriptor: self = .descriptor(try process(), try number(.descriptor))
    case .socket: self = .socket(try process(), try number(.descriptor))
    case .mount: self = .mount(try mountPoint())
    case .thread: self = .thread(try process(), try number(.thread))
    case .children: self = .children(try process())
    case .foreignMount: self = .foreignMount(try process(), try mountPoint())
    case .ancestor: self = .ancestor(of: try number(.namespace))
    case .process:
      throw DecodingError.dataCorruptedError(
        forKey: .way, in: container, debugDescription: "a member is no holder")
    }
  }

  /// Writes an object.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(discovery, forKey: .way)
    try container.encodeIfPresent(process?.number, forKey: .process)
    switch self {
    case .descriptor(_, let number), .socket(_, let number):
      try container.encode(number, forKey: .descriptor)
    case .thread(_, let thread): try container.encode(thread, forKey: .thread)
    case .mount(let path), .foreignMount(_, let path):
      try container.encode(path, forKey: .mountPoint)
    case .ancestor(let number): try container.encode(number, forKey: .namespace)
    case .children: break
    }
  }
}
