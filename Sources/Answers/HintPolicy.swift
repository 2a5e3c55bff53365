public import Bytes

/// When hints are shown: the variable UNYOKE_HINTS.
public enum HintPolicy: Equatable, Sendable {
  /// To people: where standard error is a terminal, or the program was called by a name of ours.
  case auto
  case always, never

  /// Reads the variable. Any other word is as if it were not set: no script shall fail of it.
  public init(_ value: ByteString?) {
    guard let value else {
      self = .auto
      return
    }
    self = value == "always" ? .always : value == "never" ? .never : .auto
  }

  /// Whether hints are shown.
  /// - Parameters:
  ///   - byOwnName: the program was called by a name that only we have.
  ///   - isTerminal: whether standard error is one; asked only where it decides.
  public func allows(byOwnName: Bool, isTerminal: @autoclosure () -> Bool) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: byOwnName || isTerminal()
    }
  }
}
