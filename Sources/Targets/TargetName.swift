public import Bytes

/// What a process is looked for by.
public struct TargetName: Equatable, Sendable {
  /// What it is the name of.
  public let kind: Kind
  /// The name, as it was typed; with `.service` where a unit was named without its suffix.
  public let text: ByteString
  /// What was read in the file; nil where none was named.
  public let pidfile: PidfileContent?

  /// What can be named.
  public enum Kind: UInt8, Sendable {
    case container, machine, unit, userUnit
    /// A file that holds a number.
    case pidfile
  }

  /// A name of a container, machine or unit.
  public init(_ kind: Kind, _ text: ByteString) {
    // As systemctl(1) takes it.
    let lacksSuffix = (kind == .unit || kind == .userUnit) && !text.bytes.isUnit
    (self.kind, self.text) = (kind, lacksSuffix ? "\(text).service" : text)
    pidfile = nil
  }

  /// The engine before the colon of a container's name; nil where none is named.
  public var engine: ContainerEngine? {
    guard kind == .container, let colon = text.bytes.firstIndex(of: UInt8(ascii: ":")) else {
      return nil
    }
    return ContainerEngine(named: text.bytes[..<colon])
  }

  /// A file, and what was read in it.
  public init(_ file: PidfileContent, in path: ByteString) {
    (kind, text, pidfile) = (.pidfile, path, file)
  }
}

/// What was read in a file that holds the number of a process.
public struct PidfileContent: Equatable, Sendable {
  /// The number.
  public let process: Int32
  /// When the file was last written: seconds since 1970.
  public let modified: Int64
  /// When the machine was started, by the same clock.
  public let boot: Int64

  /// A number and the two times.
  public init(_ process: Int32, modified: Int64, boot: Int64) {
    (self.process, self.modified, self.boot) = (process, modified, boot)
  }
}
