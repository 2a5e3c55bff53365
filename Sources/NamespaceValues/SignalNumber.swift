public import Bytes

/// A signal's number, signal(7).
public struct SignalNumber: Hashable, Sendable {
  /// The number: 9 is SIGKILL.
  public let number: Int32
  /// The signal with a number.
  public init(_ number: Int32) { self.number = number }

  /// SIGINT.
  public static let interrupt = SignalNumber(2)
  /// SIGTERM.
  public static let terminate = SignalNumber(15)
  /// SIGKILL.
  public static let kill = SignalNumber(9)
  /// SIGSTOP.
  public static let stop = SignalNumber(19)
  /// SIGCONT.
  public static let `continue` = SignalNumber(18)
  /// SIGCHLD.
  public static let childEnded = SignalNumber(17)

  /// SIGHUP.
  public static let hangup = SignalNumber(1)
  /// SIGQUIT.
  public static let quit = SignalNumber(3)
  /// SIGTSTP, of the key Ctrl-Z.
  public static let terminalStop = SignalNumber(20)
  /// SIGTTIN.
  public static let terminalInput = SignalNumber(21)
  /// SIGTTOU.
  public static let terminalOutput = SignalNumber(22)
  /// SIGWINCH.
  public static let windowChanged = SignalNumber(28)

  /// Whether the default action writes a core file.
  package var dumpsCore: Bool {
    switch number {
    case 3, 4, 5, 6, 7, 8, 11, 24, 25, 31:
      true
    default: false
    }
  }

  /// Reads a name: in any case, with or without `SIG`; real-time signals as `RTMIN+n`,
  /// `RTMAX-n` or `RTn`, where anything after the digits is ignored. Numbers are no names.
  public init?(named name: ByteString) {
    var word = name.uppercased
    if word.hasPrefix("SIG") { word = word.dropFirst(3) }
    if word.hasPrefix("RT") {
      guard let number = realtime(word.dropFirst(2)) else { return nil }
      self.init(number)
      return
    }
    for (known, number) in signalNames where word == known {
      self.init(number)
      return
    }
    return nil
  }

  /// Reads a name as `init(named:)` does, and `RTMIN` and `RTMAX` by themselves; after digits nothing is
  /// ignored, and there are two at most.
  public init?(listed name: ByteString) {
    var word = name.uppercased
    if word.hasPrefix("SIG") { word = word.dropFirst(3) }
    if word == "RTMIN" { word = "RTMIN+0" }
    if word == "RTMAX" { word = "RTMAX-0" }
    if word.hasPrefix("RT") {
      let start = word.hasPrefix("RTMIN+") || word.hasPrefix("RTMAX-") ? 6 : 2
      let digits = word.dropFirst(start).bytes
      guard digits.count <= 2, digits.allSatisfy({ decimalValue($0) != nil }) else { return nil }
    }
    self.init(named: word)
  }

  /// The usual name of every signal that has one, without `SIG`.
  package static var names: [StaticString] {
    signalNames.indices.filter { index in
      !signalNames[..<index].contains { $0.1 == signalNames[index].1 }
    }.map { signalNames[$0].0 }
  }

  /// The name without `SIG`, or the number of a real-time signal.
  public var name: ByteString {
    for (known, number) in signalNames where number == self.number { return "\(known)" }
    return "\(number)"
  }
}

/// The number of a real-time signal, from what follows `RT`.
private func realtime(_ word: ByteString) -> Int32? {
  let (low, high) = (Int32(34), Int32(64))
  let number: Int32?
  if word.hasPrefix("MAX-") {
    number = realtimeOffset(word.dropFirst(4)).map { high &- $0 }
  } else {
    number = realtimeOffset(word.hasPrefix("MIN+") ? word.dropFirst(4) : word).map { low &+ $0 }
  }
  guard let number, low <= number, number <= high else { return nil }
  return number
}

/// strtol(3) cut to an int, as the original does it; nil without a digit in front or when the
/// result is negative.
private func realtimeOffset(_ word: ByteString) -> Int32? {
  guard let first = word.byte(at: 0), decimalValue(first) != nil else { return nil }
  var cursor = ByteCursor(word)
  guard let number = cursor.number() else { return nil }
  let value = Int32(truncatingIfNeeded: min(number.magnitude, UInt64(Int64.max)))
  return value < 0 ? nil : value
}

/// Every name; of several names for one number the first is the usual one.
private let signalNames: [(StaticString, Int32)] = [
  ("HUP", 1), ("INT", 2), ("QUIT", 3), ("ILL", 4), ("TRAP", 5),
  ("ABRT", 6), ("IOT", 6), ("BUS", 7), ("FPE", 8), ("KILL", 9),
  ("USR1", 10), ("SEGV", 11), ("USR2", 12), ("PIPE", 13),
  ("ALRM", 14), ("TERM", 15), ("STKFLT", 16), ("CHLD", 17),
  ("CLD", 17), ("CONT", 18), ("STOP", 19), ("TSTP", 20), ("TTIN", 21),
  ("TTOU", 22), ("URG", 23), ("XCPU", 24), ("XFSZ", 25),
  ("VTALRM", 26), ("PROF", 27), ("WINCH", 28), ("IO", 29),
  ("POLL", 29), ("PWR", 30), ("SYS", 31),
]
