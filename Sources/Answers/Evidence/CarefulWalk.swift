import Bytes
import Kernel
import NamespaceValues

/// path_resolution(7), one name after the other, which stops before a file system that would have to ask
/// a server: whoever has put one in the way, or a network that is down, may let it never answer.
struct CarefulWalk {
  /// Whether calls that are new or rare may be made. Some filters end whoever makes one.
  let makesRareCalls: Bool
  /// Whether names may be looked up in a directory.
  let isTrusted: (FileLook) -> Bool

  /// Names what is at a path; links are followed.
  /// - Throws: EPROTO where it leads to a directory that is not trusted; otherwise what the kernel says
  ///   of a name.
  func name(_ path: ByteString) throws(Errno) -> NamedFile {
    if path.isEmpty { throw .noEntry }
    return try walk(path, from: try start(path), isInProc: false)
  }

  /// Opens a folder of proc(5) without leaving its mount.
  /// - Parameter proc: its root, known to be the kernel's.
  /// - Throws: EPROTO where something else is mounted in the way, or a link would have to be followed that
  ///   is not that of the process itself.
  func folder(
    _ path: ByteString, of proc: borrowing DirectoryHandle
  ) throws(Errno) -> DirectoryHandle {
    let root = try DirectoryHandle(entry: ".", of: proc)
    return DirectoryHandle(named: try walk(path, from: root, isInProc: true))
  }

  private func walk(
    _ path: ByteString, from start: consuming DirectoryHandle, isInProc: Bool
  ) throws(Errno) -> NamedFile {
    var directory = start
    var mount = try directory.look(at: "", asksMount: false)
    var rest = path.componentsFromLast
    var links = 0
    while let name = rest.popLast() {
      if !isInProc {
        let place = try directory.look(at: "", asksMount: makesRareCalls)
        guard isTrusted(place) else { throw .contradiction }
      }
      let look = try directory.lookAtEntry(name, asksMount: makesRareCalls && !isInProc)
      if isInProc {
        // Container runtimes bind /proc/sys to itself, to be read only.
        if name == "sys", look.device == mount.device { mount = look }
        guard look.isOnMount(of: mount), !look.isLink || name == "self" || name == "thread-self"
        else { throw .contradiction }
      }
      if look.isLink {
        links += 1
        let text = try directory.readLink(name) { ByteString($0) }
        // No more than fits, and no circle.
        guard links <= 20, text.count < 255, rest.count < 100 else { throw .contradiction }
        if text.hasPrefix("/") { directory = try self.start(text) }
        rest += text.componentsFromLast
        continue
      }
      if rest.isEmpty { return try directory.naming(entry: name) }
      if !look.isDirectory { throw .notDirectory }
      directory = try DirectoryHandle(entry: name, of: directory)
    }
    return try directory.naming(entry: ".")
  }

  /// Both are in use, so nobody is asked for them.
  private func start(_ path: ByteString) throws(Errno) -> DirectoryHandle {
    let place: ByteString = path.hasPrefix("/") ? "/" : "."
    guard makesRareCalls else { return try DirectoryHandle(place) }
    do throws(Errno) { return try DirectoryHandle(cached: place) } catch {
      // Before Linux 5.12.
      guard error == .invalidArgument || error == .noSystemCall else { throw error }
      return try DirectoryHandle(place)
    }
  }
}

extension ByteString {
  /// The names between the slashes, the first one last.
  fileprivate var componentsFromLast: [ByteString] {
    bytes.split(separator: UInt8(ascii: "/")).reversed().map { ByteString($0) }
  }
}
