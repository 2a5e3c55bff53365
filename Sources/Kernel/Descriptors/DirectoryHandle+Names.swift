public import Bytes
import CKernel
public import NamespaceValues

extension DirectoryHandle {
  /// The names of what is directly below this directory but `.` and `..`, in the directory's order:
  /// getdents64(2).
  /// - Parameters:
  ///   - limit: the most names that are taken.
  ///   - isOfDirectories: whether only those are taken that are directories, or may be.
  ///   - buffer: room for entries, which one reader after the other may use.
  /// - Throws: EFBIG where there are more.
  @inline(never)
  public func names(
    atMost limit: Int, ofDirectories isOfDirectories: Bool = false,
    in buffer: EntryBuffer = EntryBuffer(capacity: 32768)
  ) throws(Errno) -> [ByteString] {
    // One that was opened as a place for other names can not be read.
    let listing = try openDirectory(".")
    var names: [ByteString] = []
    while true {
      let filled = try Errno.check(
        uy_entries(listing.descriptor.raw, buffer.bytes, buffer.capacity))
      if filled == 0 { return names }
      var offset = 0
      while offset < filled {
        let entry = uy_first_entry(buffer.bytes + offset)
        guard entry.length > 0, let start = entry.name else { break }
        offset += entry.length
        if isOfDirectories, !entry.may_be_directory { continue }
        let name = ByteString(cString: start)
        if name == "." || name == ".." { continue }
        if names.count == limit { throw .fileTooLarge }
        names.append(name)
      }
    }
  }
}
