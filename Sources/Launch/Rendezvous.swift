import Kernel
import NamespaceValues

/// A one-shot "go ahead" from a process to a helper that it forked: an eventfd(2). The value 6
/// releases the helper; any other one sends it away.
struct Rendezvous: ~Copyable {
  private let event: EventHandle

  init() throws(Errno) { event = try EventHandle() }

  /// What the helper was told.
  enum Word: UInt64 {
    case goAhead = 6
    case goAway = 1
  }

  /// Tells the helper; the descriptor is closed, so there is no second word.
  consuming func say(_ word: Word) throws(Errno) { try event.send(word.rawValue) }

  /// Whether there is a word, waiting at most so many milliseconds for one.
  func hasWord(within milliseconds: Int32) throws(Errno) -> Bool {
    try event.isReady(within: milliseconds)
  }

  /// Waits for the word, in the helper, and gives the descriptor up: a helper's work may need
  /// it, where the table of descriptors is nearly full. The helper must end without coming back
  /// to the owner of this value.
  func listen() throws(Errno) -> Word {
    try event.receiveLast().flatMap { Word(rawValue: $0) } ?? .goAway
  }
}
