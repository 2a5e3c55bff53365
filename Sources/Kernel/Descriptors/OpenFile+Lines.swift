import CKernel
public import NamespaceValues

extension OpenFile {
  /// The longest line that is handed over, in bytes. A mount with two of the longest paths, every
  /// byte of them escaped, takes 32 KiB; the rest is for options.
  public static var longestLine: Int { 1 << 20 }

  /// The most that is read of a file, in bytes: the table of 100,000 mounts, as many as a mount namespace
  /// may have, takes a fortieth of it. Whoever put a device in its place keeps nobody reading for ever.
  static var largestTable: Int { 1 << 30 }

  /// Calls a function with each line up to the end of the file, without its newline: read(2). No
  /// more than one line is in memory, however long the file is, and a line that is longer than
  /// `longestLine` is passed over. Throws EFBIG after a GiB.
  public func forEachLine(_ body: (ArraySlice<UInt8>) -> Void) throws(Errno) {
    var reader = LineReader()
    while let line = try reader.next(from: self) { body(reader.buffer[line]) }
  }
}

/// Where the reading of lines stands.
private struct LineReader {
  private(set) var buffer = [UInt8](repeating: 0, count: 8192)
  /// What is read and not handed over, and how far no newline was found in it.
  private var (start, searched, end) = (0, 0, 0)
  private var isTooLong = false
  private var total = 0

  /// The place of the next line in the buffer; nil at the end of the file.
  ///
  /// Never inlined: the closures of `forEachLine` are, each of which would bring a copy.
  @inline(never)
  mutating func next(from file: borrowing OpenFile) throws(Errno) -> Range<Int>? {
    while true {
      while searched < end {
        searched += 1
        guard buffer[searched - 1] == UInt8(ascii: "\n") else { continue }
        let line = start..<searched - 1
        start = searched
        if !isTooLong { return line }
        isTooLong = false
      }
      makeRoom()
      let count = try file.read(into: &buffer, from: end)
      if count == 0 {
        // The last line may lack its newline.
        defer { (start, searched, end) = (0, 0, 0) }
        return end > 0 && !isTooLong ? 0..<end : nil
      }
      end += count
      total += count
      if total > OpenFile.largestTable { throw .fileTooLarge }
    }
  }

  /// Moves the beginning of a line to that of the buffer, and makes the buffer larger if it is full.
  private mutating func makeRoom() {
    if isTooLong { start = end }
    if start > 0 {
      for place in start..<end { buffer[place - start] = buffer[place] }
      (start, end) = (0, end - start)
    }
    if end == buffer.count {
      if buffer.count < OpenFile.longestLine {
        buffer += [UInt8](repeating: 0, count: buffer.count)
      } else {
        (isTooLong, end) = (true, 0)
      }
    }
    searched = end
  }
}

extension OpenFile {
  /// Reads what fits after a place in a buffer.
  fileprivate func read(into buffer: inout [UInt8], from start: Int) throws(Errno) -> Int {
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { uy_read(descriptor.raw, $0 + start, bytes.count - start) } ?? 0
    }
    return try Errno.check(count)
  }
}
