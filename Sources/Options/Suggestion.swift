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
    guard name.count > 1 else { return nil }

    let ours = (table.isOwn ? table.original[...] : table.extensions).map { $0.long }
    // Ours may not be shortened, so the beginning of one is a mistake, too.
    if let found = name.continued(among: ours) { return found }
    guard let found = name.nearest(among: ours) else { return nil }
    if table.isOwn { return found }
    let distance = editDistance(name, found)
    for spec in table.original
    where editDistance(name, ByteString(stringLiteral: spec.long)) <= distance { return nil }
    return found
  }
}

extension ByteString {
  /// The only one of these words that it is the beginning of; nil where there is none, or more.
  public func continued(among words: [StaticString]) -> ByteString? {
    let longer = words.filter { isPrefix(of: $0) }
    return longer.count == 1 && count > 2 ? ByteString(stringLiteral: longer[0]) : nil
  }

  /// The one of these words that is nearest to it, with at most a third of its letters wrong; nil where
  /// there is none, or more.
  public func nearest(among words: [StaticString]) -> ByteString? {
    // Longer than any name with its mistakes: what it costs stays small.
    guard count <= 32 else { return nil }
    var best = count / 3 + 1
    var found: ByteString?
    for word in words.map({ ByteString(stringLiteral: $0) }) {
      let distance = editDistance(self, word)
      if distance < best {
        (best, found) = (distance, word)
      } else if distance == best {
        found = nil
      }
    }
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
