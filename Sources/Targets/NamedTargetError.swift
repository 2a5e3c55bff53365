public import Bytes

/// Why a name leads to no process.
public struct NamedTargetError: Error, Equatable, Sendable {
  /// What is wrong.
  public var cause: Cause
  /// What was looked for.
  public let kind: TargetName.Kind
  /// The number that a file names, which is another process's by now; 0 where that is not so.
  public var process: Int32 = 0
  /// An engine whose files may not be read, where nothing was found.
  public var unreadable: ContainerEngine?
  /// The name, and where there are several a line for each.
  var texts: [ByteString]

  /// What can be wrong.
  public enum Cause: UInt8, Sendable {
    /// Nothing is called so.
    case missing
    /// It is known, and no process is its first one.
    case notRunning
    /// Its process ended after it was found.
    case ended
    /// Several are called so.
    case ambiguous
    /// It has processes in different namespaces, and none is known to be the first.
    case several
    /// /proc numbers processes as another PID namespace does.
    case foreignProc
    /// A file holds no number of a process.
    case noProcess
  }

  /// Something is wrong with a name.
  public init(_ cause: Cause, _ kind: TargetName.Kind, _ text: ByteString) {
    (self.cause, self.kind, texts) = (cause, kind, [text])
  }

  /// The lines after the first one.
  public var lines: [ByteString] { listLines(of: texts.count - 1) { texts[$0 + 1] } }
}

/// A list of what may have been meant, below a message: a line for each, at most 20, and how many more there are.
public func listLines(of count: Int, _ text: (Int) -> ByteString) -> [ByteString] {
  var lines: [ByteString] = []
  for place in 0..<min(count, 20) { lines.append("  \(text(place))") }
  if count > 20 { lines.append("  and \(count - 20) more") }
  return lines
}
