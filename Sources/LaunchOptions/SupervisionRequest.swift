public import Bytes
public import Launch
import NamespaceValues

extension LaunchRequest {
  /// Whether the program has to be a child: it cannot leave its process group and its session otherwise.
  public var needsChild: Bool { leadsGroup || startsSession }

  /// How a child is supervised; nil where it is only waited for, and SIGTERM and SIGINT passed on at most.
  /// - Parameters:
  ///   - reaper: who reaps orphans.
  ///   - forwards: whether the program's option for that was given, with a value or without.
  public func supervision(
    reaper: Supervision.Reaper = .nobody, forwards: Bool
  ) -> Supervision? {
    guard needsChild || passedSignals != nil || reaper != .nobody else { return nil }
    var supervision = Supervision(passing: forwards ? passedSignals ?? .usual : .all)
    supervision.reaper = reaper
    supervision.leadsGroup = leadsGroup
    supervision.startsSession = startsSession
    return supervision
  }

  /// What the process that becomes the program does for that, before anything else changes. The leader of a
  /// session leads its process group too.
  public var supervisionSteps: [LaunchStep] {
    startsSession ? [.startSession] : leadsGroup ? [.leadGroup] : []
  }
}

/// The value of `--forward-signals`: names of signals as `--kill-child` takes them, comma-separated, or `all`.
/// - Returns: nil without a value.
/// - Throws: `signal`, `emptySignal`, `unforwardable`.
public func parseForwardedSignals(
  _ text: ByteString?
) throws(LaunchOptionError) -> SignalSelection? {
  guard let text else { return nil }
  if text.lowercased == "all" { return .all }
  var set = SignalSet.none
  for item in text.bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
    if item.isEmpty { throw .emptySignal(text) }
    guard let signal = SignalNumber(named: ByteString(item)) else {
      throw .signal(ByteString(item))
    }
    guard SignalSet.forwardable.contains(signal) else { throw .unforwardable(signal) }
    set.insert(signal)
  }
  return .named(set)
}
