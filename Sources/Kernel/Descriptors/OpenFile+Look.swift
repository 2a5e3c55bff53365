import Bytes
import CKernel
public import NamespaceValues

extension OpenFile {
  /// What it is, statx(2).
  public func look() throws(Errno) -> FileLook {
    try FileLook(of: "", below: descriptor.raw, asksMount: false)
  }

  /// When it was last written, fstat(2), and when the machine was started, by the same clock: seconds since
  /// 1970.
  public func modified() throws(Errno) -> (file: Int64, boot: Int64) {
    var (file, boot): (Int64, Int64) = (0, 0)
    try Errno.check(uy_modified(descriptor.raw, &file, &boot))
    return (file, boot)
  }

  /// Reads once, read(2): of a file in proc(5), all of it, where that is not longer. The next call, which would
  /// say that there is no more, is left out.
  /// - Throws: EFBIG where it fills all that was asked for.
  @inline(never)
  public func readOnce(atMost limit: Int) throws(Errno) -> [UInt8] {
    var count = 0
    let content = [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
      guard let start = buffer.baseAddress else { return }
      count = uy_read(descriptor.raw, start, limit)
      filled = max(count, 0)
    }
    try Errno.check(count)
    if count == limit { throw .fileTooLarge }
    return content
  }
}
