public import Bytes
import Kernel
public import NamespaceValues
public import Nsenter
public import Targets

/// The files and targets that a command line of nsenter names, none of which is opened: what was
/// asked for is remembered, and some can be missing.
public struct FixtureFiles: EntryFiles, Sendable {
  /// One thing that was asked for.
  public struct Request: CustomStringConvertible, Sendable {
    /// `target`, a kind of namespace, `root` or `wd`.
    public let purpose: String
    /// A process, with `:INODE` after it where that was given; a path; or the id of a namespace
    /// after a colon.
    public let name: String

    public var description: String { "\(purpose) \(name)" }
  }

  /// What was asked for and is there, in order.
  public private(set) var asked: [Request] = []
  /// The kinds whose namespaces are held.
  public private(set) var heldKinds: NamespaceSet = []
  private let isMissing: @Sendable (ByteString) -> Bool
  private let hasEnded: @Sendable (ProcessID) -> Bool

  /// - Parameters:
  ///   - isMissing: whether there is no file of this name.
  ///   - hasEnded: whether there is no such process any more.
  public init(
    isMissing: @escaping @Sendable (ByteString) -> Bool = { _ in false },
    hasEnded: @escaping @Sendable (ProcessID) -> Bool = { _ in false }
  ) {
    self.isMissing = isMissing
    self.hasEnded = hasEnded
  }

  /// What was opened, without the target.
  public var opened: [Request] { asked.filter { $0.purpose != "target" } }
  /// Whether a file was named that is to be the root directory.
  public var holdsRoot: Bool { asked.contains { $0.purpose == "root" } }
  /// Whether a file was named that is to be the working directory.
  public var holdsWorkingDirectory: Bool { asked.contains { $0.purpose == "wd" } }

  public mutating func choose(_ target: NsenterIntent.Target) throws(NsenterError) {
    if hasEnded(target.process) { throw .identify(target.process, .noProcess) }
    let inode = target.inode.map { ":\($0)" } ?? ""
    asked.append(Request(purpose: "target", name: "\(target.process.number)\(inode)"))
  }
  public mutating func choose(
    in namespace: NamespaceNumber, _ text: ByteString
  ) throws(NsenterError) -> ProcessID {
    if isMissing(text) { throw .process(text) }
    asked.append(Request(purpose: "target", name: String(decoding: text.bytes, as: UTF8.self)))
    return ProcessID(1)
  }
  public mutating func readPidfile(_ path: ByteString) throws(NsenterError) -> PidfileContent {
    if isMissing(path) { throw .openPidfile(path, .noEntry) }
    try open(path, "pidfile")
    return PidfileContent(1, modified: .max, boot: 0)
  }
  public mutating func openNamespace(
    _ kind: NamespaceKind, at path: ByteString
  ) throws(NsenterError) {
    try open(path, "\(kind.name)")
    heldKinds.insert(NamespaceSet(kind))
  }
  public mutating func openNamespace(_ kind: NamespaceKind, withID id: UInt64) {
    asked.append(Request(purpose: "\(kind.name)", name: ":\(id)"))
    heldKinds.insert(NamespaceSet(kind))
  }
  public mutating func openRoot(_ path: ByteString) throws(NsenterError) { try open(path, "root") }
  public mutating func openWorkingDirectory(_ path: ByteString) throws(NsenterError) {
    try open(path, "wd")
  }

  private mutating func open(_ path: ByteString, _ purpose: String) throws(NsenterError) {
    if isMissing(path) { throw .open(path, .noEntry) }
    asked.append(Request(purpose: purpose, name: String(decoding: path.bytes, as: UTF8.self)))
  }
}
