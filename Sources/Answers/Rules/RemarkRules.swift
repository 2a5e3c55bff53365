import Bytes
public import Launch
import Namespaces
import Nsenter

/// What no step fails of, and the program will: told to whoever asked for it (`--explain`), before it
/// starts.
public func remarks(
  on plan: LaunchPlan, _ circumstances: Circumstances, from source: some EvidenceSource
) -> [Hint] {
  let entry = circumstances.entry
  var remarks: [Hint] = []
  if plan.fork == nil, plan.makes(.pid) {
    remarks.append(
      Hint(
        "pid-without-fork",
        "the program itself stays outside of the new PID namespace, and with its first child that ends there nothing more can be started; add --fork (-f)"
      ))
  }
  if let process = entry?.target?.process, plan.enters(.pid), entry?.entersForChildren == false,
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

extension LaunchPlan {
  /// Whether it makes a namespace of a kind.
  fileprivate func makes(_ kind: NamespaceKind) -> Bool {
    (setup + runner).contains { step in
      if case .unshare(let kinds) = step { kinds.contains(kind) } else { false }
    }
  }

  /// Whether it enters the target's namespace of a kind.
  fileprivate func enters(_ kind: NamespaceKind) -> Bool {
    (setup + runner).contains { step in
      if case .enterTarget(let kinds, _) = step { kinds.contains(kind) } else { false }
    }
  }
}
