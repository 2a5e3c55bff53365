import Bytes

@testable import Tables

/// UTF-8 with the widths that the tests need: Han characters take two cells, combining accents
/// none, U+0085 is not printable.
struct UTF8Sample: TextMeasure {
  func isPrintable(_ byte: UInt8) -> Bool { false }
  func first(of text: ArraySlice<UInt8>) -> MeasuredCharacter {
    guard let byte = text.first else { return .invalid }
    let count = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0
    guard count > 0, let string = String(validating: text.prefix(count), as: UTF8.self),
      let scalar = string.unicodeScalars.first
    else { return .invalid }
    switch scalar.value {
    case 0x80..<0xa0: return .unprintable(bytes: count)
    case 0x300..<0x370: return .printable(bytes: count, cells: 0)
    case 0x4e00..<0xa000: return .printable(bytes: count, cells: 2)
    default: return .printable(bytes: count, cells: 1)
    }
  }
}

/// The C locale: nothing beyond ASCII is a character.
struct CSample: TextMeasure {
  func isPrintable(_ byte: UInt8) -> Bool { false }
  func first(of text: ArraySlice<UInt8>) -> MeasuredCharacter { .invalid }
}

/// A single-byte locale: ISO 8859-1.
struct Latin1Sample: TextMeasure {
  func isPrintable(_ byte: UInt8) -> Bool { byte >= 0xa0 }
  func first(of text: ArraySlice<UInt8>) -> MeasuredCharacter {
    text.first.map { isPrintable($0) } ?? false
      ? .printable(bytes: 1, cells: 1) : .unprintable(bytes: 1)
  }
}

/// The columns of nsls.
enum Sample {
  static let ns = TableColumn("NS", hint: 10, alignment: .right, isNumber: true)
  static let nsTree = TableColumn("NS", hint: 10, isNumber: true, isTree: true)
  static let type = TableColumn("TYPE", hint: 5)
  static let nprocs = TableColumn("NPROCS", hint: 5, alignment: .right, isNumber: true)
  static let pid = TableColumn("PID", hint: 5, alignment: .right, isNumber: true)
  static let user = TableColumn("USER")
  static let uid = TableColumn("UID", alignment: .right, isNumber: true)
  static let nsfs = TableColumn("NSFS", isWrapped: true)
  static let command = TableColumn("COMMAND", isTruncated: true, isTree: true)
  static let flatCommand = TableColumn("COMMAND", isTruncated: true)
}

func table(_ columns: [TableColumn], _ rows: [([String], Int?)]) -> Table {
  var table = Table(columns)
  for (cells, parent) in rows {
    table.add(Table.Row(cells.map { ByteString($0.utf8) }, parent: parent))
  }
  return table
}

func plain(
  _ table: Table, width: Int? = nil, hasHeading: Bool = true, unicode: Bool = true
) -> String {
  let bytes =
    unicode
    ? table.plainText(hasHeading: hasHeading, width: width, .unicode, UTF8Sample())
    : table.plainText(hasHeading: hasHeading, width: width, .ascii, CSample())
  return String(decoding: bytes, as: UTF8.self)
}

/// The whole of a text that is handed over in pieces.
func whole(_ write: (@escaping ([UInt8]) -> Void) -> Void) -> [UInt8] {
  var bytes: [UInt8] = []
  write { bytes += $0 }
  return bytes
}

extension Table {
  func plainText(
    hasHeading: Bool, width: Int?, _ symbols: TreeSymbols, _ measure: some TextMeasure
  ) -> [UInt8] {
    whole {
      writePlain(hasHeading: hasHeading, width: width, symbols: symbols, measure: measure, $0)
    }
  }

  func rawText(hasHeading: Bool, symbols: TreeSymbols, measure: some TextMeasure) -> [UInt8] {
    whole { writeRaw(hasHeading: hasHeading, symbols: symbols, measure: measure, $0) }
  }

  func json(named name: ByteString, layout: JSONLayout) -> [UInt8] {
    whole { writeJSON(named: name, layout: layout, $0) }
  }
}
