/// Hints, `NAME: hint: SENTENCE`, in what was printed.
public enum HintLines {
  /// The text without its hints. One that does not stand where it must, or does not look as it must,
  /// stays, so that a comparison with what the original prints fails: each comes behind a complaint
  /// of the same program or of one of its helpers, not between that and `Try ...`, at most two in a
  /// row, has at most 160 columns and no control characters. Where a script has made one line of all,
  /// it ends that line, behind the complaint.
  public static func removed(from text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var complaint: Line?
    var taken: [Line] = []
    for line in lines(of: text) {
      if let name = line.hinting, let complaint, taken.count < 2, line.isPresentable,
        complaint.isOf([name, "newuidmap", "newgidmap"])
      {
        taken.append(line)
        continue
      }
      if line.bytes.starts(with: "Try '".utf8) { for one in taken { output += one.bytes } }
      taken = []
      complaint = line.hinting == nil ? line : nil
      output += line.withoutJoinedHints
    }
    return output
  }

  /// The hints, each without the name in front.
  public static func sentences(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      line.firstRange(of: ": hint: ").map { String(line[$0.upperBound...]) }
    }
  }

  private struct Line {
    /// With the line feed, if there is one.
    let bytes: [UInt8]

    /// The name in front of a hint; nil where it is none.
    var hinting: String? {
      let text = String(decoding: bytes, as: UTF8.self)
      guard let mark = text.firstRange(of: ": hint: ") else { return nil }
      let name = text[..<mark.lowerBound]
      return name.contains(":") ? nil : String(name)
    }

    var isPresentable: Bool {
      bytes.last == UInt8(ascii: "\n") && bytes.count <= 161
        && bytes.dropLast().allSatisfy { (0x20..<0x7f).contains($0) }
    }

    /// Without ` NAME: hint: ...` at its end, where a complaint of that name stands before it.
    var withoutJoinedHints: [UInt8] {
      let text = String(decoding: bytes, as: UTF8.self)
      guard let mark = text.firstRange(of: ": hint: "),
        let blank = text[..<mark.lowerBound].lastIndex(of: " ")
      else { return bytes }
      let name = text[text.index(after: blank)..<mark.lowerBound]
      let isLast = text[mark.upperBound...].ranges(of: ": hint: ").count < 2
      guard isLast, text[..<blank].contains("\(name): ") else { return bytes }
      return Array(text[..<blank].utf8) + (text.hasSuffix("\n") ? [UInt8(ascii: "\n")] : [])
    }

    func isOf(_ names: [String]) -> Bool {
      names.contains { bytes.starts(with: "\($0): ".utf8) }
    }
  }

  private static func lines(of text: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var rest = text[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
      lines.append(Line(bytes: Array(rest[..<end])))
      rest = rest[end...]
    }
    return lines
  }
}
