public import Bytes
import Host
import Kernel
public import Launch
public import NamespaceValues

extension LaunchRequest {
  /// The option for which the program has to be a child: it cannot leave its process group and its session
  /// otherwise, and nobody could tell that it ended.
  public var childOption: LaunchOption? {
    if startsSession { return .newSession }
    if leadsGroup { return .forwardSignalsGroup }
    return status.firstPurpose?.option
  }

  /// How a child is supervised; nil where it is only waited for, and SIGTERM and SIGINT passed on at most.
  /// - Parameters:
  ///   - reaper: who reaps orphans.
  ///   - forwards: whether the program's option for that was given, with a value or without.
  ///   - kinds: the namespaces that are told of.
  public func supervision(
    reaper: Supervision.Reaper = .nobody, forwards: Bool, kinds: NamespaceSet
  ) -> Supervision? {
    let isActive = leadsGroup || startsSession || reaper != .nobody
    guard isActive || passedSignals != nil || !status.isEmpty else { return nil }
    // Whoever only asks to be told leaves signals as they are.
    var supervision = Supervision(
      passing: forwards ? passedSignals ?? .usual : isActive ? .all : .named(.none))
    supervision.reaper = reaper
    if !status.isEmpty {
      supervision.status = status
      supervision.status?.kinds = kinds
    }
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

extension LaunchRequest {
  /// The value of `--json-status-fd` and its like. It is found wrong before anything is done.
  @inline(never)
  mutating func give(
    _ text: ByteString, for purpose: StatusRequest.Purpose, _ use: GivenDescriptor.Use,
    on host: some HostFacts
  ) throws(LaunchOptionError) {
    let number: Int32
    do throws(NumberFault) { number = try parseDescriptor(text) } catch {
      throw .descriptorNumber(text, error)
    }
    if number <= 2 { throw .standardStream(purpose.option, number) }
    do throws(Errno) { try host.check(number, for: use) } catch {
      throw .descriptor(purpose.option, number, error)
    }
    status.use(number, for: purpose)
  }
}

extension StatusRequest.Purpose {
  /// The option for a descriptor.
  var option: LaunchOption {
    switch self {
    case .objects: .jsonStatusFD
    case .namespaces: .infoFD
    case .block: .blockFD
    case .sync: .syncFD
    }
  }
}

/// The number of a descriptor.
public func parseDescriptor(_ text: ByteString) throws(NumberFault) -> Int32 {
  guard let number = Int32(exactly: try NumberGrammar.strictSigned(text)), number >= 0 else {
    throw .outOfRange
  }
  return number
}

/// The value of `--forward-signals`: names of signals, comma-separated, or `all`.
/// - Returns: nil without a value.
/// - Throws: `signal`, `emptySignal`, `allAmongSignals`, `unforwardable`.
public func parseForwardedSignals(
  _ text: ByteString?
) throws(LaunchOptionError) -> SignalSelection? {
  guard let text else { return nil }
  if text.lowercased == "all" { return .all }
  var set = SignalSet.none
  for item in text.bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
    if item.isEmpty { throw .emptySignal(text) }
    // It would take back the names beside it, or be taken back by them.
    if ByteString(item).lowercased == "all" { throw .allAmongSignals(text) }
    guard let signal = SignalNumber(listed: ByteString(item)) else {
      throw .signal(ByteString(item))
    }
    guard SignalSet.forwardable.contains(signal) else { throw .unforwardable(signal) }
    set.insert(signal)
  }
  return .named(set)
}
