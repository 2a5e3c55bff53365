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
  return remarks
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
