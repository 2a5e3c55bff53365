public import Bytes
import CKernel
public import NamespaceValues

/// Why a file is not one for the number of a process. Whoever signals by such a file signals whatever is in
/// it: it must be nobody else's to write, and must not be another file of the caller's that somebody put there.
public enum PidfileFault: Error, Equatable, Sendable {
  /// The kernel refused to open or to empty it.
  case call(Errno)
  /// A symbolic link, which may lead to any file.
  case link
  /// A directory, a FIFO, a device, a socket.
  case irregular
  /// Its owner, who is not the caller, can change what is in it.
  case foreign(UserID)
  /// It has another name, and may be a file that the caller needs.
  case otherNames
  /// Its permissions let everybody write.
  case open
  /// It holds something else, which is not to be lost: a file that was named by mistake.
  case content

  /// What is wrong with a file; nil where nothing is. Pure.
  /// - Parameters:
  ///   - mode: st_mode of stat(2).
  ///   - user: its owner.
  ///   - links: st_nlink of stat(2).
  ///   - caller: geteuid(2).
  public init?(mode: UInt32, user: UserID, links: UInt64, caller: UserID) {
    switch mode & 0o170000 {
    case 0o100000: break
    case 0o120000: self = .link; return
    default: self = .irregular; return
    }
    // Another name says what was done with it: somebody linked to a file of the caller's.
    if links > 1 {
      self = .otherNames
    } else if user != caller {
      self = .foreign(user)
    } else if mode & 0o002 != 0 {
      self = .open
    } else if links == 0 {
      // It was removed meanwhile: nobody would find the number.
      self = .call(.noEntry)
    } else {
      return nil
    }
  }
}

/// An open file for the number of a process.
public struct Pidfile: ~Copyable {
  private let file: OpenFile

  /// More than a number and the white space around it has.
  private static var longest: Int { 32 }

  /// Whether a file's beginning may be what an earlier program left: nothing, or a number. Pure.
  public static func isNumber(_ content: [UInt8]) -> Bool {
    content.count <= longest
      && content.allSatisfy { decimalValue($0) != nil || isWhiteSpace($0) }
  }

  private init(_ file: consuming OpenFile) { self.file = file }

  /// Opens it, makes it where there is none, and empties it: open(2), fstat(2), ftruncate(2).
  public static func opened(at path: ByteString) throws(PidfileFault) -> Pidfile {
    let pidfile = Pidfile(try open(path))
    // Before it is emptied.
    if let fault = try fault(of: pidfile.file.descriptor) { throw fault }
    let content: [UInt8]
    do throws(Errno) { content = try pidfile.file.read(atMost: longest + 1) } catch {
      throw .call(error)
    }
    if !isNumber(content) { throw .content }
    do throws(Errno) { try pidfile.empty() } catch { throw .call(error) }
    return pidfile
  }

  private static func open(_ path: ByteString) throws(PidfileFault) -> OpenFile {
    if path.isEmpty { throw .call(.noEntry) }
    // First, so that no device notices; but what is judged in the end is the open file, which stays the same.
    if let look = try? FileLook(of: path, below: AT_FDCWD, follow: false, asksMount: false) {
      if look.isLink { throw .link }
      if !look.isRegular { throw .irregular }
    }
    do throws(Errno) {
      return OpenFile(try OwnedDescriptor(path.withCString { uy_open_pidfile($0) }))
    } catch {
      // A socket that was put there meanwhile.
      throw error == .noAddress ? .irregular : .call(error)
    }
  }

  private static func fault(
    of descriptor: borrowing OwnedDescriptor
  ) throws(PidfileFault) -> PidfileFault? {
    var facts = uy_file_facts()
    do throws(Errno) { try Errno.check(uy_file_facts(descriptor.raw, "", &facts)) } catch {
      throw .call(error)
    }
    return PidfileFault(
      mode: facts.mode, user: UserID(facts.user), links: facts.links, caller: Calls.effectiveUser)
  }

  /// Writes the text, which is all that is in it then: ftruncate(2), write(2).
  public func write(_ text: ByteString) throws(Errno) {
    // It was emptied long ago, and this is at its beginning: more would be left behind a short number.
    try empty()
    try file.writeOnce(text)
  }

  private func empty() throws(Errno) { try Errno.check(uy_empty(file.descriptor.raw)) }
}
