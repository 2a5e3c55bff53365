import Bytes
import Kernel
import Namespaces

/// path_resolution(7), one name after the other, which stops before a file system that would have to ask
/// a server: whoever has put one in the way may let it never answer.
enum CarefulWalk {
  /// Names what is at a path; links are followed.
  /// - Parameter isTrusted: whether names may be looked up on such a file system.
  /// - Throws: EPROTO where that is not known or not so; otherwise what the kernel says of a name.
  static func name(
    _ path: ByteString, where isTrusted: (FileSystemType?) -> Bool
  ) throws(Errno) -> NamedFile {
    var directory = try start(path)
    var rest = components(path)
    var links = 0
    while let name = rest.popLast() {
      guard isTrusted(try directory.look(at: "").fileSystem) else { throw .contradiction }
      let look = try directory.lookAtEntry(name)
      if look.isLink {
        links += 1
        let text = try directory.readLink(name) { ByteString($0) }
        // No more than fits, and no circle.
        guard links <= 20, text.count < 255, rest.count < 100 else { throw .contradiction }
        if text.hasPrefix("/") { directory = try start(text) }
        rest += components(text)
        continue
      }
      if rest.isEmpty { return try directory.naming(entry: name) }
      if !look.isDirectory { throw .notDirectory }
      directory = try DirectoryHandle(entry: name, of: directory)
    }
    return try directory.naming(entry: ".")
  }

  /// Both are in use, so nobody is asked for them.
  private static func start(_ path: ByteString) throws(Errno) -> DirectoryHandle {
    try DirectoryHandle(cached: path.hasPrefix("/") ? "/" : ".")
  }

  /// The names between the slashes, the first one last.
  private static func components(_ path: ByteString) -> [ByteString] {
    path.bytes.split(separator: UInt8(ascii: "/")).reversed().map { ByteString($0) }
  }
}
