/// A text on its way out: it is handed on in pieces, so that no table is in memory twice, however deep
/// its tree is.
struct Pieces {
  private static let size = 65536

  var bytes: [UInt8] = []
  private let take: ([UInt8]) -> Void

  init(_ take: @escaping ([UInt8]) -> Void) { self.take = take }

  /// Hands on what there is when it is enough for a piece; called after each row.
  mutating func endRow() { if bytes.count >= Self.size { end() } }

  /// Hands on the rest.
  mutating func end() {
    if !bytes.isEmpty { take(bytes) }
    bytes.removeAll(keepingCapacity: true)
  }
}
