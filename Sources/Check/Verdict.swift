public import Bytes
import NamespaceValues

/// What came of an attempt.
public enum Verdict: Equatable, Sendable {
  /// It was done, and is gone again.
  case possible
  /// It was refused.
  /// - Parameters:
  ///   - failure: what unshare(1) would say; nil where a program that it starts says it.
  ///   - reasons: why, as far as that is known.
  case stopped(failure: ByteString?, reasons: [Reason])

  /// Why something was refused: a hint, as it came from the process that met the refusal.
  public struct Reason: Equatable, Sendable {
    /// Its heading in docs/answers.md.
    public let topic: ByteString
    /// One sentence.
    public let sentence: ByteString

    /// - Parameter topic: the heading in docs/answers.md.
    public init(_ topic: ByteString, _ sentence: ByteString) {
      (self.topic, self.sentence) = (topic, sentence)
    }
  }

  /// Whether it was done.
  public var isPossible: Bool { self == .possible }

  /// The first thing to say of a refusal: its reason, else the failure. Nil where it was done.
  var explanation: ByteString? {
    guard case .stopped(let failure, let reasons) = self else { return nil }
    return reasons.first?.sentence ?? failure ?? "refused, and nothing tells why"
  }
}

// How a child tells: a line each, the kind of the line first.

extension Verdict {
  private static var failureMark: UInt8 { UInt8(ascii: "!") }
  private static var reasonMark: UInt8 { UInt8(ascii: "?") }

  /// What a process that met a refusal sends: short enough for one write(2) that mixes with no other.
  static func message(_ failure: ByteString?, _ reasons: [Reason]) -> ByteString {
    var lines: [ByteString] = []
    if let failure { lines.append("!\(failure)\n") }
    for reason in reasons { lines.append("?\(reason.topic) \(reason.sentence)\n") }
    return lines.joined(by: "")
  }

  private static var shortageMark: UInt8 { UInt8(ascii: "#") }

  /// What a process sends that has no means for the attempt.
  static func message(_ shortage: CheckFailure) -> ByteString {
    switch shortage {
    case .fork(let errno): "#f\(errno.code)\n"
    case .open(let errno): "#o\(errno.code)\n"
    }
  }

  /// What was lacking, where that was sent.
  static func shortage(told messages: [UInt8]) -> CheckFailure? {
    for line in messages.split(separator: UInt8(ascii: "\n")) where line.first == shortageMark {
      var cursor = ByteCursor(ByteString(line.dropFirst(2)))
      let errno = Errno(cursor.number()?.signed32 ?? Errno.noMemory.code)
      return line.dropFirst().first == UInt8(ascii: "f") ? .fork(errno) : .open(errno)
    }
    return nil
  }

  /// What all that was sent comes to: the first failure counts, and each reason once.
  static func stopped(told messages: [UInt8]) -> Verdict {
    var failure: ByteString?
    var reasons: [Reason] = []
    for line in messages.split(separator: UInt8(ascii: "\n")) {
      let text = line.dropFirst()
      if line.first == failureMark {
        failure = failure ?? ByteString(text)
      } else if line.first == reasonMark, let blank = text.firstIndex(of: UInt8(ascii: " ")) {
        let reason = Reason(ByteString(text[..<blank]), ByteString(text[(blank + 1)...]))
        if !reasons.contains(reason) { reasons.append(reason) }
      }
    }
    return .stopped(failure: failure, reasons: reasons)
  }
}
