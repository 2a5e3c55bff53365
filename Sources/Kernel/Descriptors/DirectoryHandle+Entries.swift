import Bytes
import CKernel
public import NamespaceValues

/// Room for the entries of directories, which one reader after the other may use.
public final class EntryBuffer {
  let bytes: UnsafeMutableRawPointer
  let capacity: Int

  /// - Parameter capacity: bytes; an entry takes at most 280 of them.
  public init(capacity: Int) {
    self.capacity = max(capacity, 4096)
    bytes = .allocate(byteCount: self.capacity, alignment: 8)
  }

  deinit { bytes.deallocate() }

  /// Calls a function for each number among the entries in so many bytes.
  fileprivate func forEachNumber(of filled: Int, _ body: (NumberedEntry) -> Void) {
    var offset = 0
    while offset < filled {
      let entry = uy_first_entry(bytes + offset)
      if entry.length == 0 { return }
      offset += entry.length
      if let numbered = NumberedEntry(entry) { body(numbered) }
    }
  }
}

/// An entry of a directory whose name is a decimal number, as those of processes and descriptors
/// are. Valid only as long as the buffer holds it.
public struct NumberedEntry {
  /// The number; the largest one where the name means more.
  public let number: UInt64
  /// Whether it is a directory, or may be one.
  public let mayBeDirectory: Bool
  fileprivate let name: UnsafePointer<CChar>

  fileprivate init?(_ entry: uy_entry) {
    guard let name = entry.name, name.pointee != 0 else { return nil }
    var number: UInt64 = 0
    var place = name
    while place.pointee != 0 {
      guard let digit = decimalValue(UInt8(bitPattern: place.pointee)) else { return nil }
      let (ten, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, isCarried) = ten.addingReportingOverflow(UInt64(digit))
      number = isTooLarge || isCarried ? .max : sum
      place += 1
    }
    (self.number, self.name, mayBeDirectory) = (number, name, entry.may_be_directory)
  }
}

extension DirectoryHandle {
  /// Calls a function for each entry of this directory whose name is a decimal number, in the
  /// directory's order: getdents64(2).
  /// - Parameter fitsAtOnce: an answer that leaves room for another entry is the last one. So it is
  ///   on proc(5); it saves the call that would say so.
  @inline(never)
  public func forEachNumber(
    in buffer: EntryBuffer, fitsAtOnce: Bool = false, _ body: (NumberedEntry) -> Void
  ) throws(Errno) {
    while true {
      let filled = try fill(buffer)
      buffer.forEachNumber(of: filled, body)
      if filled == 0 || fitsAtOnce && filled + 280 <= buffer.capacity { return }
    }
  }

  /// The next of these entries, as many as getdents64(2) has at once; nil at the end. They are valid
  /// as long as nothing else is read into the buffer.
  public func nextNumbers(in buffer: EntryBuffer) throws(Errno) -> [NumberedEntry]? {
    let filled = try fill(buffer)
    if filled == 0 { return nil }
    var entries: [NumberedEntry] = []
    entries.reserveCapacity(filled / 24)
    buffer.forEachNumber(of: filled) { entries.append($0) }
    return entries
  }

  private func fill(_ buffer: EntryBuffer) throws(Errno) -> Int {
    try Errno.check(uy_entries(descriptor.raw, buffer.bytes, buffer.capacity))
  }

  /// Which file an entry of this directory leads to, statx(2): an answer at once, whatever it is.
  public func identity(of entry: NumberedEntry) throws(Errno) -> FileIdentity {
    try FileIdentity(of: entry.name, below: descriptor.raw)
  }

  /// Opens an entry of this directory that is a directory, openat(2). A FIFO or a device in its place does
  /// not block.
  public func openDirectory(_ entry: NumberedEntry) throws(Errno) -> DirectoryHandle {
    DirectoryHandle(
      try OwnedDescriptor(uy_openat(descriptor.raw, entry.name, OwnedDescriptor.given)))
  }
}
