import CKernel

/// A one-shot "go ahead" from a process to a helper that it forked: an eventfd(2). The value 6
/// releases the helper; any other one sends it away.
public struct Rendezvous: ~Copyable {
  private let event: OwnedDescriptor

  /// eventfd(2).
  public init() throws(Errno) { event = OwnedDescriptor(raw: try Errno.check(uy_eventfd())) }

  /// What the helper was told.
  public enum Word: UInt64, Sendable {
    case goAhead = 6
    case goAway = 1
  }

  /// Tells the helper; the descriptor is closed, so there is no second word.
  public consuming func say(_ word: Word) throws(Errno) {
    var value = word.rawValue
    try Errno.check(uy_write(event.raw, &value, MemoryLayout<UInt64>.size))
  }

  /// Whether there is a word, waiting at most so many milliseconds for one: poll(2).
  public func hasWord(within milliseconds: Int32) throws(Errno) -> Bool {
    try Errno.check(uy_readable(event.raw, milliseconds)) != 0
  }

  /// Waits for the word, in the helper, and gives the descriptor up: a helper's work may need
  /// it, where the table of descriptors is nearly full. The helper must end without coming back
  /// to the owner of this value.
  public func listen() throws(Errno) -> Word {
    var value: UInt64 = 0
    let count = try Errno.check(uy_read(event.raw, &value, MemoryLayout<UInt64>.size))
    _ = uy_close(event.raw)
    guard count == MemoryLayout<UInt64>.size, let word = Word(rawValue: value) else {
      return .goAway
    }
    return word
  }
}
