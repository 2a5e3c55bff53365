public import Bytes

/// What a person is told about the cause of a failure, after the original's message.
public struct Hint: Equatable, Sendable {
  /// Its heading in docs/answers.md, as the end of an address: words with dashes.
  public let topic: StaticString
  /// One sentence without a full stop.
  public let sentence: ByteString

  /// - Parameter sentence: names the option or the knob exactly. What others chose comes by way of
  ///   `ByteString.safe`.
  public init(_ topic: StaticString, _ sentence: ByteString) {
    self.topic = topic
    self.sentence = sentence
  }

  /// The most columns of the line that it stands in.
  public static var longestLine: Int { 160 }

  /// The line, cut where a word from outside makes it too long.
  /// - Parameter program: what messages begin with.
  public func line(of program: ByteString) -> ByteString {
    let line: ByteString = "\(program): hint: \(sentence)"
    guard line.count > Self.longestLine else { return line }
    return "\(ByteString(line.bytes.prefix(Self.longestLine - 3)))..."
  }

  /// Whether both say the same under the same heading.
  public static func == (left: Hint, right: Hint) -> Bool {
    left.sentence == right.sentence && ByteString("\(left.topic)") == right.topic
  }
}
