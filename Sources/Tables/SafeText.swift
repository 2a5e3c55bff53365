import Bytes

/// What the character functions of the locale say of the beginning of a text.
public enum MeasuredCharacter: Equatable, Sendable {
  /// A character of so many bytes and terminal cells.
  case printable(bytes: Int, cells: Int)
  /// A character of so many bytes that is not printable.
  case unprintable(bytes: Int)
  /// No character.
  case invalid
}

/// The character functions of a locale: mbrtowc(3), iswprint(3), wcwidth(3), isprint(3).
public protocol TextMeasure {
  /// Measures the first character of a text that is not empty; never asked about ASCII.
  func first(of text: ArraySlice<UInt8>) -> MeasuredCharacter
  /// Whether one byte is a character that can be printed, as in a single-byte locale; never asked
  /// about ASCII.
  func isPrintable(_ byte: UInt8) -> Bool
}

/// Text that can be shown: nothing in it moves a cursor or changes a terminal.
struct SafeText {
  private(set) var bytes: [UInt8] = []
  /// The terminal cells it takes.
  private(set) var cells = 0

  /// Makes a text safe: control characters, `\x`, and what is no printable character become
  /// `\xHH`.
  init(_ text: ArraySlice<UInt8>, _ measure: some TextMeasure) {
    var rest = text
    while let byte = rest.first {
      let isEscapeLike =
        byte == UInt8(ascii: "\\") && rest.dropFirst().first == UInt8(ascii: "x")
      if byte < 0x20 || byte == 0x7f || isEscapeLike {
        escape(byte)
        rest.removeFirst()
      } else if byte < 0x80 {
        bytes.append(byte)
        cells += 1
        rest.removeFirst()
      } else {
        switch measure.first(of: rest) {
        case .printable(let count, let width):
          bytes += rest.prefix(count)
          cells += width
          rest = rest.dropFirst(count)
        case .unprintable(let count):
          for byte in rest.prefix(count) { escape(byte) }
          rest = rest.dropFirst(count)
        case .invalid:
          escape(byte)
          rest.removeFirst()
        }
      }
    }
    // Nothing that would be seen: an empty cell.
    if cells == 0 { bytes = [] }
  }

  /// A drawing of a tree in front of a value.
  init(drawing: [UInt8], width: Int, value: SafeText) {
    bytes = drawing + value.bytes
    cells = width + value.cells
  }

  /// Items with commas between; one in an item is escaped.
  init(joining items: [SafeText]) {
    for (index, item) in items.enumerated() {
      if index > 0 {
        bytes.append(UInt8(ascii: ","))
        cells += 1
      }
      for byte in item.bytes {
        if byte == UInt8(ascii: ",") { escape(byte) } else { bytes.append(byte) }
      }
      cells += item.cells - item.bytes.count { $0 == UInt8(ascii: ",") }
    }
  }

  private mutating func escape(_ byte: UInt8) {
    bytes += escapedByte(byte)
    cells += 4
  }

  /// The longest beginning of whole characters that takes at most so many cells.
  func prefix(cells limit: Int, _ measure: some TextMeasure) -> (bytes: [UInt8], cells: Int) {
    var taken: [UInt8] = []
    var used = 0
    var rest = bytes[...]
    while let byte = rest.first {
      var (count, width) = (1, 1)
      if byte >= 0x80, case .printable(let bytes, let cells) = measure.first(of: rest) {
        (count, width) = (bytes, cells)
      }
      if used + width > limit { break }
      taken += rest.prefix(count)
      used += width
      rest = rest.dropFirst(count)
    }
    return (taken, used)
  }
}
