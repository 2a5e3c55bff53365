public import Bytes
import CKernel

/// A signal's number, signal(7).
public struct SignalNumber: Hashable, Sendable {
  public let number: Int32
  public init(_ number: Int32) { self.number = number }

  public static let interrupt = SignalNumber(SIGINT)
  public static let terminate = SignalNumber(SIGTERM)
  public static let kill = SignalNumber(SIGKILL)
  public static let stop = SignalNumber(SIGSTOP)
  public static let `continue` = SignalNumber(SIGCONT)
  public static let childEnded = SignalNumber(SIGCHLD)

  /// Whether the default action writes a core file.
  public var dumpsCore: Bool {
    switch number {
    case SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGXCPU, SIGXFSZ, SIGSYS:
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

  /// The usual name of every signal that has one, without `SIG`.
  public static var names: [StaticString] {
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
  let low = uy_realtime_signal_min()
  let high = uy_realtime_signal_max()
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
  var cursor = Cursor(word)
  guard let number = cursor.number() else { return nil }
  let value = Int32(truncatingIfNeeded: min(number.magnitude, UInt64(Int64.max)))
  return value < 0 ? nil : value
}

/// Every name; of several names for one number the first is the usual one.
private let signalNames: [(StaticString, Int32)] = [
  ("HUP", SIGHUP), ("INT", SIGINT), ("QUIT", SIGQUIT), ("ILL", SIGILL), ("TRAP", SIGTRAP),
  ("ABRT", SIGABRT), ("IOT", SIGABRT), ("BUS", SIGBUS), ("FPE", SIGFPE), ("KILL", SIGKILL),
  ("USR1", SIGUSR1), ("SEGV", SIGSEGV), ("USR2", SIGUSR2), ("PIPE", SIGPIPE),
  ("ALRM", SIGALRM), ("TERM", SIGTERM), ("STKFLT", SIGSTKFLT), ("CHLD", SIGCHLD),
  ("CLD", SIGCHLD), ("CONT", SIGCONT), ("STOP", SIGSTOP), ("TSTP", SIGTSTP), ("TTIN", SIGTTIN),
  ("TTOU", SIGTTOU), ("URG", SIGURG), ("XCPU", SIGXCPU), ("XFSZ", SIGXFSZ),
  ("VTALRM", SIGVTALRM), ("PROF", SIGPROF), ("WINCH", SIGWINCH), ("IO", SIGIO),
  ("POLL", SIGIO), ("PWR", SIGPWR), ("SYS", SIGSYS),
]
