import Bytes
import Kernel
import NamespaceValues

extension ForkMode {
  /// One line for people: what the process that was started does for its child.
  func describe() -> ByteString {
    let hasInit = supervision?.hasInit == true
    var parts: [ByteString] = [hasInit ? "fork an init" : "fork"]
    let passed =
      supervision.map { $0.signals.describe() } ?? (forwardsSignals ? "SIGTERM and SIGINT" : "")
    if !passed.isEmpty {
      parts.append("pass \(passed) on to \(hasInit ? "it" : "the child" as StaticString)")
    } else if manner == .shielded {
      parts.append("block SIGINT and SIGTERM")
    }
    if supervision?.reaper == .waiter { parts.append("reap orphans") }
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

extension StatusRequest {
  /// One line for people, for each thing that is done.
  static func describeCreation(of pidfile: ByteString) -> ByteString {
    "create and empty \(pidfile.shellWord) for the program's process id"
  }

  static func describeNumber(in pidfile: ByteString) -> ByteString {
    "write the program's process id to \(pidfile.shellWord)"
  }

  static func describeBlock(_ number: Int32) -> ByteString {
    "wait for a byte on descriptor \(number)"
  }
}
