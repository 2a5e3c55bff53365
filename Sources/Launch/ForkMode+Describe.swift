import Bytes
import Kernel
import NamespaceValues

extension ForkMode {
  /// One line for people: what the process that was started does for its child.
  func describe() -> ByteString {
    var parts: [ByteString] = ["fork"]
    if let supervision {
      if supervision.hasInit { parts = ["fork an init"] }
      let child: StaticString = supervision.hasInit ? "it" : "the child"
      if supervision.signals != .named(.none) {
        parts.append("pass \(supervision.signals.describe()) on to \(child)")
      } else if manner == .shielded {
        parts.append("block SIGINT and SIGTERM")
      }
      if supervision.reaper == .waiter { parts.append("reap orphans") }
    } else if forwardsSignals {
      parts.append("pass SIGTERM and SIGINT on to the child")
    } else if manner == .shielded {
      parts.append("block SIGINT and SIGTERM")
    }
    if manner == .mirroring { parts.append("stop and continue with the child") }
    if watchesParent { parts.append("keep a pidfd of this process for the child") }
    return parts.joined(by: ", ")
  }

  /// The last that this process does.
  func describeWait() -> ByteString {
    supervision?.hasInit == true
      ? "wait for the init and end as the child does" : "wait for the child and end as it does"
  }
}

extension Supervision {
  /// What the init does for its child.
  func describeInit() -> ByteString {
    let reaping: StaticString = waitsForAll ? "reap orphans until nobody is left" : "reap orphans"
    return "fork, pass \(signals.describe()) on to the child, \(reaping)"
  }
}

extension SignalSelection {
  fileprivate func describe() -> ByteString {
    switch self {
    case .all: "all signals"
    case .named(let set): set.signals.map { "SIG\($0.name)" as ByteString }.joined(by: ", ")
    }
  }
}
