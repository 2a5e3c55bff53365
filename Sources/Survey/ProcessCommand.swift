public import Bytes
import Kernel
public import NamespaceValues

/// What a process runs.
public enum ProcessCommand {
  /// The command line, /proc/PID/cmdline, with blanks between the arguments; the name of the
  /// process where it has none, as kernel threads and zombies. Empty where the process is gone.
  public static func text(of process: ProcessID) -> ByteString {
    let folder: ByteString = "/proc/\(process.number)"
    if let line = content(of: "\(folder)/cmdline"), !line.isEmpty { return text(of: line) }
    return content(of: "\(folder)/comm").map { text(of: $0) } ?? ""
  }

  private static func content(of path: ByteString) -> [UInt8]? {
    try? OpenFile(reading: path).read(atMost: 8192)
  }

  #if !hasFeature(Embedded)
    /// The same, through the open directory of the process, so that it is no other one's. Throws where this
    /// process has no descriptors or no memory left.
    static func text(in directory: borrowing DirectoryHandle) throws(Errno) -> ByteString {
      let line = try content(of: "cmdline", in: directory)
      return text(of: try line.isEmpty ? content(of: "comm", in: directory) : line)
    }

    /// Nothing where there is no such file, or it may not be read.
    private static func content(
      of name: ByteString, in directory: borrowing DirectoryHandle
    ) throws(Errno) -> [UInt8] {
      do throws(Errno) { return try directory.openFile(name).read(atMost: 8192) } catch {
        if error.isExhaustion { throw error }
        return []
      }
    }
  #endif

  /// The content of one of these files as text. The last byte is dropped, whatever it is: mostly
  /// the NUL or newline at the end.
  public static func text(of content: [UInt8]) -> ByteString {
    ByteString(content.dropLast().map { $0 == 0 ? UInt8(ascii: " ") : $0 })
  }
}
