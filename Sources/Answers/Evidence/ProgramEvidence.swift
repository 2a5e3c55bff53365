public import Bytes
import Capabilities
import Host
public import Kernel
import NamespaceValues

/// What is known of the program that could not be started.
public struct ProgramEvidence: Equatable, Sendable {
  /// The variable PATH; nil where it is not set.
  public var searchPath: ByteString?
  /// The first file of that name where it was looked for, then the interpreter or loader that this
  /// names, and so on. Empty where there is none, or nobody can say.
  public var chain: [File] = []
  /// The folder that forbids the way to the program; nil where none is known to.
  public var forbiddingFolder: File?
  /// A file of that name in one of the usual folders that PATH does not have.
  public var elsewhere: ByteString?
  /// Where the name has a blank behind a slash: what is at the part before the blank.
  public var firstWord = Answer<FileLook>.unknown
  /// Any namespace of this process: all of them are on one file system, of which the kernel may not say
  /// more.
  public var namespace = Answer<FileLook>.unknown
  /// /bin/sh.
  public var shell = Answer<FileLook>.unknown
  /// Whether the parent of this process is outside of its PID namespace.
  public var isFirstInside: Bool?

  /// A file on the way to the program.
  public struct File: Equatable, Sendable {
    /// Its path, as somebody may have chosen it.
    public var path: ByteString
    /// What it is.
    public var look: Answer<FileLook>
    /// Its first page.
    public var beginning = Answer<[UInt8]>.unknown

    /// - Parameter path: where it is.
    public init(_ path: ByteString, _ look: Answer<FileLook>) {
      self.path = path
      self.look = look
    }
  }

  /// Nothing is known.
  public init() {}

  /// Looks for what was just looked for.
  /// - Parameter name: the program, as execvp(3) got it.
  public init(of name: ByteString, from source: some EvidenceSource) {
    searchPath = source.variable(named: "PATH")
    shell = source.look(at: "/bin/sh")
    isFirstInside = source.parentProcess() == ProcessID(0)
    if name.isEmpty { return }
    let isPath = name.bytes.contains(UInt8(ascii: "/"))
    let word = ByteString(name.bytes.prefix { $0 != UInt8(ascii: " ") })
    if word.count < name.count, word.bytes.contains(UInt8(ascii: "/")) {
      firstWord = source.look(at: word)
    }
    let paths = isPath ? [name] : folders.map { $0.isEmpty ? name : "\($0)/\(name)" }
    for path in paths {
      let look = source.look(at: path)
      if look == .refused(.accessDenied) {
        forbiddingFolder = Self.lastFolder(on: path, from: source)
      }
      guard look.value != nil else { continue }
      chain = Self.chain(from: File(path, look), source)
      break
    }
    if !chain.isEmpty { namespace = source.look(at: "/proc/self/ns/mnt") }
    if chain.isEmpty, !isPath { elsewhere = usualPlace(of: name, source) }
  }
}

extension ProgramEvidence {
  /// The folders of PATH as execvp(3) takes them, which has some where it is not set.
  private var folders: [ByteString] {
    let path = searchPath ?? "/bin:/usr/bin"
    let all = path.bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    // Longer ones are somebody's joke.
    return all.prefix(Self.mostFolders).map { ByteString($0) }
  }

  private static var mostFolders: Int { 64 }

  private func usualPlace(of name: ByteString, _ source: some EvidenceSource) -> ByteString? {
    let usual: [ByteString] = [
      "/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin", "/usr/local/sbin",
    ]
    let known = folders
    // What stands behind these may be the folder.
    if known.count == Self.mostFolders { return nil }
    for folder in usual where !known.contains(folder) {
      let path: ByteString = "\(folder)/\(name)"
      guard let look = source.look(at: path).value else { continue }
      if look.isRegular && look.isExecutable || look.isLink { return path }
    }
    return nil
  }

  /// As long as one file names the next: the kernel follows four.
  private static func chain(from first: File, _ source: some EvidenceSource) -> [File] {
    var chain: [File] = []
    var next: File? = first
    while var file = next, chain.count < 4 {
      next = nil
      if file.look.value?.isRegular == true {
        file.beginning = source.beginning(of: file.path)
        if let path = file.interpreter { next = File(path, source.look(at: path)) }
      }
      chain.append(file)
    }
    return chain
  }

  /// The folder behind which a path may not be followed.
  private static func lastFolder(on path: ByteString, from source: some EvidenceSource) -> File? {
    var last: File?
    for (index, byte) in path.bytes.enumerated() where byte == UInt8(ascii: "/") {
      let folder: ByteString = index == 0 ? "/" : ByteString(path.bytes.prefix(index))
      let look = source.look(at: folder)
      guard look.value?.isDirectory == true else { break }
      last = File(folder, look)
    }
    return last
  }
}

extension ProgramEvidence.File {
  /// What its first page says of how it is started; nil where that is not known.
  var kind: ProgramFile? { beginning.value.map { ProgramFile($0) } }

  /// The file that it is to be started by.
  var interpreter: ByteString? {
    switch kind {
    // The kernel takes a line without one for no script.
    case .script(let path): path.isEmpty ? nil : path
    case .native(let loader): loader
    case .foreign, .other, nil: nil
    }
  }
}
