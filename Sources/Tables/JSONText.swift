public import Bytes

/// How JSON is set.
public enum JSONLayout: Equatable, Sendable {
  /// Indented by three blanks a level.
  case pretty
  /// One line for each row that hangs below no other.
  case compact
  /// The same without anything around them.
  case lines
}

extension Table {
  /// The table as a JSON object with one array of that name. With a tree, rows hold the rows below
  /// them as `children`.
  /// - Parameter take: called with one piece of the text after the other.
  public func writeJSON(
    named name: ByteString, layout: JSONLayout, _ take: @escaping ([UInt8]) -> Void
  ) {
    var writer = JSONWriter(layout: layout, text: Pieces(take))
    switch layout {
    case .pretty: writer.write("{\n   \"\(name)\": [")
    case .compact: writer.write("{\"\(name)\":[")
    case .lines: break
    }
    var depth: Int?
    for place in TreeOrder(self).places {
      writer.begin(at: place.depth, after: depth)
      writeMembers(place, &writer)
      depth = place.depth
      writer.text.endRow()
    }
    if let depth { writer.close(from: depth, to: 0) }
    switch layout {
    case .pretty: writer.write(rows.isEmpty ? "\n\n   ]\n}\n" : "\n   ]\n}\n")
    case .compact: writer.write("\n]}\n")
    case .lines: writer.write(rows.isEmpty ? "" : "\n")
    }
    writer.text.end()
  }

  private func writeMembers(_ place: TreeOrder.Place, _ writer: inout JSONWriter) {
    var isFirst = true
    for (column, cell) in zip(columns, rows[place.row].cells) where !column.isHidden {
      writer.member(column.name.lowercased, isFirst: isFirst, depth: place.depth)
      isFirst = false
      if column.isList {
        writer.array(cell.items)
      } else if cell.isEmpty {
        writer.write("null")
      } else if column.isNumber {
        writer.write(cell)
      } else {
        writer.string(cell)
      }
    }
    if place.hasChildren {
      writer.member("children", isFirst: isFirst, depth: place.depth)
      writer.write("[")
    }
  }
}

private struct JSONWriter {
  let layout: JSONLayout
  var text: Pieces

  mutating func write(_ more: ByteString) { text.bytes += more.bytes }

  /// Begins the object of a row, after those that stand between it and the row before.
  mutating func begin(at depth: Int, after previous: Int?) {
    guard let previous, depth <= previous else {
      // The first of its array.
      switch layout {
      case .pretty: newline(depth)
      case .compact: write(depth == 0 ? "\n" : "")
      case .lines: break
      }
      write("{")
      return
    }
    close(from: previous, to: depth)
    if layout == .pretty || depth > 0 {
      write(",{")
    } else {
      write(layout == .compact ? ",\n{" : "\n{")
    }
  }

  /// Closes the object at the deeper level and all around it up to that of the other level.
  mutating func close(from deep: Int, to level: Int) {
    for depth in stride(from: deep, to: level, by: -1) {
      text.endRow()
      newline(depth)
      write("}")
      if layout == .pretty {
        write("\n")
        indent(1 + 2 * depth)
      }
      write("]")
    }
    newline(level)
    write("}")
  }

  mutating func member(_ key: ByteString, isFirst: Bool, depth: Int) {
    if !isFirst { write(",") }
    if layout == .pretty {
      write("\n")
      indent(3 + 2 * depth)
      write("\"\(key)\": ")
    } else {
      write("\"\(key)\":")
    }
  }

  /// An array of strings, in one line.
  mutating func array(_ items: [[UInt8]]) {
    write("[")
    for (index, item) in items.enumerated() {
      if index > 0 { write(layout == .pretty ? ", " : ",") }
      string(ByteString(item))
    }
    write("]")
  }

  mutating func string(_ value: ByteString) { value.appendJSON(to: &text.bytes) }

  /// In the pretty layout a new line, indented as the braces of rows at a depth are.
  private mutating func newline(_ depth: Int) {
    guard layout == .pretty else { return }
    write("\n")
    indent(2 + 2 * depth)
  }

  private mutating func indent(_ level: Int) {
    text.bytes += repeatElement(UInt8(ascii: " "), count: 3 * level)
  }
}
