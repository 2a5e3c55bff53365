public import Bytes
public import Launch
public import NamespaceValues
public import Targets

/// What was found out and opened between the options and the first change: everything that must
/// still mean the caller's view of the machine.
public struct EntryFindings: Equatable, Sendable {
  /// All kinds that are entered.
  public var namespaces: NamespaceSet = []
  /// Those of them for which a file is held; the others are entered through the target's pidfd.
  public var heldKinds: NamespaceSet = []
  /// A directory for the new root is held.
  public var holdsRoot = false
  /// A directory for the working directory is held.
  public var holdsWorkingDirectory = false
  /// The target's pidfd is held.
  public var holdsTarget = false
  /// The target's directory in /proc is held.
  public var holdsTargetDirectory = false
  /// What is known of the target's environment; nil where it is not asked for.
  public var environment: TargetEnvironment?
  /// Whose ids the program gets; nil where they are not the target's.
  public var followed: FollowedIdentity?
  /// The target's root directory, as a path of the mount namespace that it is in: for whoever has to
  /// say why a program is not found there. Nil where it becomes the root, or is not known.
  public var targetRoot: ByteString?

  /// Where the program is the caller's: the loader that it names, which is looked for inside.
  public var loader: ByteString?

  /// By which namespace the target was chosen, where it has to be the one that is entered.
  public var chosenBy: ChosenNamespace?

  /// Nothing was found yet.
  public init() {}

  /// Whether names mean files of somebody else once all is entered.
  var entersFiles: Bool { namespaces.contains(.mount) || holdsRoot }

  /// The target's environment variables.
  public enum TargetEnvironment: Equatable, Sendable {
    case read(EnvironmentBlock)
    /// Its user namespace may still allow what the caller's does not.
    case refused(path: ByteString, Errno)
  }
}

/// Prepares an entry, in the original's order: it decides which complaint comes first.
public struct Preparation: ~Copyable {
  /// What is asked for; the target is found by its name here.
  public internal(set) var intent: NsenterIntent
  var files: HeldFiles
  var target: TargetDirectory
  var findings = EntryFindings()
  /// The SELinux context that was set for the program.
  public internal(set) var programContext: ByteString?

  /// - Parameter files: what the command line named.
  public init(_ intent: NsenterIntent, files: consuming HeldFiles) {
    self.intent = intent
    self.files = files
    target = TargetDirectory(intent.target)
    findings.namespaces = intent.namespaces
  }

  /// What was opened.
  public consuming func take() -> HeldFiles { files }

  /// Does all of it.
  /// - Parameters:
  ///   - program: the name of the program; nil where none was named.
  ///   - search: finds the process that a name means.
  public mutating func run(
    for program: ByteString? = nil, _ search: @autoclosure () -> TargetSearch
  ) throws(NsenterError) -> EntryFindings {
    if let name = intent.named { try findTarget(name, search()) }
    // Before anything is entered: the files below name what the caller sees.
    if intent.followsContext { try followContext() }
    if intent.entersAll { try addAll() }
    if intent.entersForChildren { addForChildren() }
    try openTargetNamespaces()
    if intent.takesRoot { files.root = try openTargetDirectory("root", .root) }
    if intent.takesWorkingDirectory {
      files.workingDirectory = try openTargetDirectory("cwd", .cwd)
    }
    if findings.namespaces.contains(.mount), !intent.takesRoot {
      findings.targetRoot = target.link("root")
    }
    if intent.takesEnvironment { try readEnvironment() }
    if intent.user == .ofTarget || intent.group == .ofTarget { try prepareIdentity() }
    if intent.joinsCgroup { try openCgroup() }
    if intent.entersUserParent { try openUserParent() }
    if let number = intent.socket { try openNamespaceOfSocket(number) }
    if findings.namespaces.isEmpty { throw .noNamespace }
    if intent.bringsProgram, let program { findings.loader = try bringProgram(program) }

    findings.heldKinds = NamespaceSet(
      findings.namespaces.kinds.filter { files.namespaces.holds($0) }.map { NamespaceSet($0) })
    findings.holdsTarget = files.target != nil
    findings.holdsTargetDirectory = files.targetDirectory != nil
    findings.holdsRoot = files.root != nil
    findings.holdsWorkingDirectory = files.workingDirectory != nil
    return findings
  }
}
