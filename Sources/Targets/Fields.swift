import Bytes

/// A text in the pieces between separators, of which none is empty. A class, and places instead of slices, so that
/// asking is one short call.
final class Fields {
  private let bytes: [UInt8]
  /// Where each begins, and where it ends.
  private var bounds: [(start: Int, end: Int)] = []

  /// - Parameters:
  ///   - start: where the text begins in the bytes.
  ///   - end: where it ends.
  init(_ bytes: [UInt8], from start: Int, to end: Int, by separator: UInt8) {
    self.bytes = bytes
    var first = start
    for place in start...end where place == end || bytes[place] == separator {
      if place > first { bounds.append((first, place)) }
      first = place + 1
    }
  }

  /// All of a text.
  @inline(never)
  convenience init(_ bytes: [UInt8], by separator: UInt8) {
    self.init(bytes, from: 0, to: bytes.count, by: separator)
  }

  var count: Int { bounds.count }

  /// How many bytes a piece has.
  func size(_ piece: Int) -> Int { bounds[piece].end - bounds[piece].start }

  /// Whether a text stands in a piece, so many bytes after its beginning.
  @inline(never)
  func has(_ text: StaticString, in piece: Int, at offset: Int = 0) -> Bool {
    let (start, end) = bounds[piece]
    let size = text.utf8CodeUnitCount
    guard offset >= 0, end - start - offset >= size else { return false }
    return text.withUTF8Buffer { other in
      for place in 0..<size where bytes[start + offset + place] != other[place] { return false }
      return true
    }
  }

  /// Whether a piece ends in a text.
  @inline(never)
  func ends(_ piece: Int, _ text: StaticString) -> Bool {
    has(text, in: piece, at: size(piece) - text.utf8CodeUnitCount)
  }

  /// Whether a piece is a text.
  @inline(never)
  func isText(_ piece: Int, _ text: StaticString) -> Bool {
    size(piece) == text.utf8CodeUnitCount && has(text, in: piece)
  }

  /// A piece without so many bytes at its beginning and its end.
  @inline(never)
  func slice(_ piece: Int, after front: Int = 0, before back: Int = 0) -> ArraySlice<UInt8> {
    let (start, end) = bounds[piece]
    return bytes[min(start + front, end)..<max(end - back, min(start + front, end))]
  }
}
