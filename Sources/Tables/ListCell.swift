public import Bytes

extension Table {
  /// The cell of a column that holds lists: items between newlines, with newlines and backslashes in them
  /// after a backslash, so that whatever an item holds it is one.
  public static func cell(of items: [ByteString]) -> ByteString {
    var bytes: [UInt8] = []
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(newline) }
      for byte in item.bytes {
        if byte == newline || byte == backslash { bytes.append(backslash) }
        bytes.append(byte == newline ? UInt8(ascii: "n") : byte)
      }
    }
    return ByteString(bytes)
  }
}

extension ByteString {
  /// The items of a cell that holds a list.
  var items: [[UInt8]] {
    if isEmpty { return [] }
    var items: [[UInt8]] = [[]]
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        items[items.count - 1].append(byte == UInt8(ascii: "n") ? newline : byte)
        isEscaped = false
      } else if byte == newline {
        items.append([])
      } else if byte == backslash {
        isEscaped = true
      } else {
        items[items.count - 1].append(byte)
      }
    }
    return items
  }
}

private let newline = UInt8(ascii: "\n")
private let backslash = UInt8(ascii: "\\")
