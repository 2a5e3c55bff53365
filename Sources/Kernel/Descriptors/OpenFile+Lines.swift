import CKernel
public import Namespaces

extension OpenFile {
  /// The longest line that is handed over, in bytes. A mount with two of the longest paths, every
  /// byte of them escaped, takes 32 KiB; the rest is for options.
  public static var longestLine: Int { 1 << 20 }

  /// Calls a function with each line up to the end of the file, without its newline: read(2). No
  /// more than one line is in memory, however long the file is, and a line that is longer than
  /// `longestLine` is passed over.
  public func forEachLine(_ body: (ArraySlice<UInt8>) -> Void) throws(Errno) {
    var buffer = [UInt8](repeating: 0, count: 8192)
    // The beginning of a line whose end is not read yet.
    var filled = 0
    var isTooLong = false
    while true {
      if filled == buffer.count {
        if buffer.count < Self.longestLine {
          buffer += [UInt8](repeating: 0, count: buffer.count)
        } else {
          (isTooLong, filled) = (true, 0)
        }
      }
      let end = filled + (try read(into: &buffer, from: filled))
      if end == filled {
        if filled > 0, !isTooLong { body(buffer[..<filled]) }
        return
      }
      var start = 0
      for place in filled..<end where buffer[place] == UInt8(ascii: "\n") {
        if !isTooLong { body(buffer[start..<place]) }
        (isTooLong, start) = (false, place + 1)
      }
      if isTooLong { start = end }
      if start > 0 { for place in start..<end { buffer[place - start] = buffer[place] } }
      filled = end - start
    }
  }

  /// Reads what fits after a place in a buffer.
  private func read(into buffer: inout [UInt8], from start: Int) throws(Errno) -> Int {
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { uy_read(descriptor.raw, $0 + start, bytes.count - start) } ?? 0
    }
    return try Errno.check(count)
  }
}
