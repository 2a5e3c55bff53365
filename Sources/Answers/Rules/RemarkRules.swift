import Bytes
import Launch
import NamespaceValues
import Nsenter

/// What no step fails of, and the program will: told to whoever asked for it (`--explain`), before it
/// starts.
public func remarks(
  on circumstances: Circumstances, from source: some EvidenceSource
) -> [Hint] {
  let entry = circumstances.entry
  var remarks: [Hint] = []
  if circumstances.leavesProcessesToChildren {
    remarks.append(
      Hint(
        "pid-without-fork",
        "the program itself stays outside of the new PID namespace, and with its first child that ends there nothing more can be started; add --fork (-f)"
      ))
  }
  if let process = entry?.target?.process, circumstances.entersOfTarget(.pid),
    entry?.entersForChildren == false,
    case let (own?, children?) = (
      source.link(at: "/proc/\(process.number)/ns/pid").value,
      source.link(at: "/proc/\(process.number)/ns/pid_for_children").value
    ), own != children
  {
    remarks.append(
      Hint(
        "target-outside",
        "process \(process.number) made a PID namespace and is not in it; use its child's number, or --for-children"
      ))
  }
  if circumstances.plan?.leavesTerminal == true, isOnTerminal(source),
    // A kernel without the switch allows it.
    source.content(of: "/proc/sys/dev/tty/legacy_tiocsti").number ?? 1 != 0
  {
    remarks.append(
      Hint(
        "terminal-input",
        "the program gives up rights, and can type commands into this terminal for whoever reads next; add --new-session"
      ))
  }
  return remarks
}

/// Whether a standard stream leads to a terminal.
private func isOnTerminal(_ source: some EvidenceSource) -> Bool {
  for number in ["0", "1", "2"] as [ByteString] {
    if let link = source.link(at: "/proc/self/fd/\(number)").value,
      link.hasPrefix("/dev/pts/") || link.hasPrefix("/dev/tty") || link == "/dev/console"
    {
      return true
    }
  }
  return false
}

extension LaunchPlan {
  /// Whether the program has other rights than this process, and the same session.
  fileprivate var leavesTerminal: Bool {
    var changesRights = false
    for step in runner {
      switch step {
      case .startSession: return false
      case .setUser, .setUserOfTarget, .privilege: changesRights = true
      default: break
      }
    }
    return changesRights
  }
}

extension Circumstances {
  /// Whether the plan enters the target's namespace of a kind, and none that was named by a file.
  fileprivate func entersOfTarget(_ kind: NamespaceKind) -> Bool {
    guard let plan else { return false }
    return (plan.setup + plan.initial + plan.runner).contains { step in
      if case .enterTarget(let kinds, _) = step { kinds.contains(kind) } else { false }
    }
  }
}
