import Bytes
import Kernel
import NamespaceValues

/// A file that was read in a trusted directory.
struct TrustedFile {
  var content: [UInt8] = []
  /// The times of `OpenFile.modified`.
  let modified: Int64
  let boot: Int64
}

/// A directory that nobody but root and the caller can have put anything into, and in which they alone can:
/// what is in its files may be believed. Whoever else could would name a process of his choice, or any other
/// one, for root to enter.
///
/// Opened component after component, none of which may be a link, and each is judged by what was opened: a name
/// could mean something else by the time that it is judged.
struct TrustedDirectory: ~Copyable {
  private let directory: DirectoryHandle
  private let caller: UserID

  /// The root directory. Throws ENOENT where it is not to be trusted.
  init(for caller: UserID) throws(Errno) {
    let root = try DirectoryHandle("/")
    try Self.check(root.look(at: "", asksMount: false), caller, isDirectory: true)
    directory = consume root
    self.caller = caller
  }

  /// A directory in another one. Throws ENOENT where it is not to be trusted.
  init(_ name: ByteString, in above: borrowing TrustedDirectory) throws(Errno) {
    let found = try DirectoryHandle(entry: name, of: above.directory)
    try Self.check(found.look(at: "", asksMount: false), above.caller, isDirectory: true)
    directory = consume found
    caller = above.caller
  }

  /// What is in it: more than an engine ever has is not read.
  func names() throws(Errno) -> [ByteString] { try directory.names(atMost: 1 << 16) }

  /// Reads a file in it. Throws ENOENT where it is not to be trusted.
  func read(_ name: ByteString) throws(Errno) -> TrustedFile {
    let file = try directory.openFile(entry: name)
    try Self.check(file.look(), caller, isDirectory: false)
    // Before the content: what is written in between must not look older than it is.
    let times = try file.modified()
    var found = TrustedFile(modified: times.file, boot: times.boot)
    found.content = try file.readAll(inPiecesOf: 16384, upTo: 4 << 20)
    return found
  }

  /// Whether only root and the caller can have written it, and nobody else can.
  @inline(never)
  private static func check(
    _ look: FileLook, _ caller: UserID, isDirectory: Bool
  ) throws(Errno) {
    guard isDirectory ? look.isDirectory : look.isRegular,
      look.user == UserID(0) || look.user == caller, look.mode & 0o022 == 0
    else { throw .noEntry }
  }
}
