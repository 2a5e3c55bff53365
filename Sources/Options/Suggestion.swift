public import Bytes

extension UsageError {
  /// The option of ours that was meant by a word that no option has; nil where that is not clear.
  ///
  /// Names of an original are not suggested, but one that is nearer hides ours.
  public func suggestion<ID>(from table: OptionTable<ID>) -> ByteString? {
    suggestion(from: table.content)
  }

  private func suggestion(from table: TableContent) -> ByteString? {
    guard case .unrecognized(let word) = self else { return nil }
    let body = word.dropFirst(2).bytes
    let name = ByteString(body.prefix { $0 != UInt8(ascii: "=") })
    // Longer than any name with its mistakes: what it costs stays small.
    guard name.count > 1, name.count <= 32 else { return nil }

    let ours = table.isOwn ? table.original[...] : table.extensions
    // Ours may not be shortened, so the beginning of one is a mistake, too.
    let longer = ours.filter { name.isPrefix(of: $0.long) }
    if longer.count == 1, name.count > 2 { return ByteString(stringLiteral: longer[0].long) }

    // At most a third of the letters may be wrong.
    var best = name.count / 3 + 1
    var found: ByteString?
    for spec in ours {
      let long = ByteString(stringLiteral: spec.long)
      let distance = editDistance(name, long)
      if distance < best {
        (best, found) = (distance, long)
      } else if distance == best {
        found = nil
      }
    }
    if table.isOwn { return found }
    for spec in table.original
    where editDistance(name, ByteString(stringLiteral: spec.long)) <= best { return nil }
    return found
  }
}

/// How many bytes have to be put in, left out, replaced or swapped with the next one to make one text
/// of the other; no byte is touched twice.
func editDistance(_ one: ByteString, _ other: ByteString) -> Int {
  let (left, right) = (Array(one.bytes), Array(other.bytes))
  // Rows of the table of distances between beginnings: the last two and the one that is made.
  var earlier: [Int] = []
  var last = Array(0...right.count)
  for i in left.indices {
    var row = [i + 1]
    for j in right.indices {
      var distance = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        distance = min(distance, earlier[j - 1] + 1)
      }
      row.append(distance)
    }
    (earlier, last) = (last, row)
  }
  return last[right.count]
}
