public import Bytes
import Kernel
import NamespaceValues

/// The JSON objects that are written to `--json-status-fd` and `--info-fd`; man unshare has their members.
/// Pure.
enum StatusObjects {
  /// No text is longer, so that an object is written in one piece: that is what a pipe takes as a whole.
  static let longestText = 1200

  /// The first: where the program will be.
  /// - Parameters:
  ///   - members: of the process, and of the namespaces by their inode numbers.
  ///   - isLong: each member in a line of its own, as bubblewrap has it.
  static func first(_ members: [ByteString], isLong: Bool) -> ByteString {
    let between: StaticString = isLong ? ",\n    " : ", "
    let (start, end): (StaticString, StaticString) = isLong ? ("{\n    ", "\n}\n") : ("{ ", " }\n")
    return "\(start)\(members.joined(by: between))\(end)"
  }

  /// The second: the program runs.
  static func running(_ program: ProcessID) -> ByteString {
    "{ \"command-pid\": \(program.number) }\n"
  }

  /// The last: it has ended.
  static func ended(_ status: ChildStatus) -> ByteString {
    switch status {
    case .exited(let status): "{ \"exit-code\": \(status) }\n"
    case .killed(let signal):
      "{ \"exit-code\": \(128 + signal.number), \"signal\": \"\(signal.name)\" }\n"
    }
  }

  /// The last, where the program was not started.
  /// - Parameters:
  ///   - members: as `failure` says it.
  ///   - status: what the process that was started exits with.
  static func failed(_ members: ByteString, status: Int32) -> ByteString {
    "{ \(members), \"status\": \(status) }\n"
  }

  /// What is said of a failure.
  /// - Parameters:
  ///   - sentence: as on standard error, without the name in front.
  ///   - step: the line of `--dry-run` that failed.
  ///   - errno: why, where that was an answer of the kernel.
  ///   - hint: what is said to a person beyond that.
  static func failure(
    _ sentence: ByteString, step: ByteString? = nil, errno: Errno? = nil, hint: ByteString? = nil
  ) -> ByteString {
    var members: [ByteString] = [member("error", sentence)]
    if let step { members.append(member("step", step)) }
    if let errno {
      if let name = errno.name { members.append(member("errno", name)) }
      members.append("\"errno-number\": \(errno.code)")
    }
    if let hint { members.append(member("hint", hint)) }
    return members.joined(by: ", ")
  }

  /// What is said where nobody could say why.
  static func early(_ result: ChildStatus) -> ByteString {
    let how: ByteString =
      switch result {
      case .exited: "ended"
      case .killed(let signal): "killed by signal \(signal.name)"
      }
    return failure("\(how) before the program started")
  }

  @inline(never)
  private static func member(_ name: StaticString, _ content: ByteString) -> ByteString {
    "\"\(name)\": \(text(content))"
  }

  /// A text of JSON. What is no character of UTF-8 is shown as `\xHH`, and a text that is too long is cut.
  static func text(_ content: ByteString) -> ByteString {
    var shown = [UInt8(ascii: "\"")]
    var rest = content.bytes
    while let first = rest.first {
      if shown.count > longestText {
        shown += literalBytes("...")
        break
      }
      let length = characterLength(rest)
      if length == 0 || first < 0x20 {
        // JSON has the second form for what is a control character.
        shown += literalBytes(length == 0 ? "\\" : "\\u00")
        shown += escapedByte(first).dropFirst(length == 0 ? 0 : 2)
      } else {
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "\\") {
          shown += [UInt8(ascii: "\\")]
        }
        shown += rest.prefix(length)
      }
      rest = rest.dropFirst(max(length, 1))
    }
    return ByteString(shown + [UInt8(ascii: "\"")])
  }

  /// How many bytes the first character has; 0 where they are none, utf-8(7).
  private static func characterLength(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let first = bytes.first else { return 0 }
    let (length, least): (Int, UInt32) =
      switch first {
      case 0..<0x80: (1, 0)
      case 0xc2..<0xe0: (2, 0x80)
      case 0xe0..<0xf0: (3, 0x800)
      case 0xf0..<0xf5: (4, 0x10000)
      default: (0, 0)
      }
    guard length > 1 else { return length }
    guard bytes.count >= length else { return 0 }
    var scalar = UInt32(first) & (0x7f >> UInt32(length))
    for byte in bytes.dropFirst().prefix(length - 1) {
      if byte & 0xc0 != 0x80 { return 0 }
      scalar = scalar << 6 | UInt32(byte & 0x3f)
    }
    let isSurrogate = (0xd800..<0xe000).contains(scalar)
    return scalar < least || scalar > 0x10ffff || isSurrogate ? 0 : length
  }
}

extension StatusRequest {
  /// Says that nothing was begun, where objects were asked for. Afterwards the descriptor is closed.
  /// - Parameter status: how the program ends.
  public func tellRefusal(_ sentence: ByteString, hint: ByteString?, status: Int32 = 1) {
    let number = descriptor(for: .objects)
    guard number >= 0, let descriptor = try? GivenDescriptor(taking: number) else { return }
    try? descriptor.writeNow(
      StatusObjects.failed(StatusObjects.failure(sentence, hint: hint), status: status))
  }
}
