import Bytes
import NamespaceValues
import Nsenter
import Privs

// `--net-socket`: a socket among the target's descriptors.

/// pidfd_open(2) of the target.
func openTargetHints(_ process: ProcessID, _ errno: Errno, _ evidence: Evidence) -> [Hint] {
  if errno == .noProcess { return missingTargetHints(process, evidence) }
  // Linux says EINVAL, and since 6.14 ENOENT, of a thread.
  guard let group = evidence.target.facts?.threadGroup, group != UInt32(bitPattern: process.number)
  else { return [] }
  return [
    Hint("target-is-thread", "\(process.number) is a thread of process \(group): write -t \(group)")
  ]
}

/// pidfd_getfd(2).
func copySocketHints(
  _ number: Int32, _ errno: Errno, _ trouble: Trouble, _ evidence: Evidence
) -> [Hint] {
  let process = trouble.entry?.target?.process.number ?? 0
  switch errno {
  case .badDescriptor:
    return [
      Hint(
        "no-such-descriptor",
        "process \(process) has no descriptor \(number); ls -l /proc/\(process)/fd shows those it has"
      )
    ]
  case .notPermitted:
    let closed = evidence.target.isClosed ? closedTargetHints(trouble, evidence) : []
    return closed.isEmpty
      ? [
        Hint(
          "copy-needs-ptrace",
          "copying a descriptor takes the right to trace process \(process): be its user where kernel.yama.ptrace_scope allows that, or root"
        )
      ] : closed
  default: return []
  }
}

/// ioctl(2) SIOCGSKNS.
func socketNamespaceHints(_ errno: Errno, _ trouble: Trouble) -> [Hint] {
  let number = trouble.entry?.socket ?? 0
  if errno == .notTerminal {
    return [
      Hint(
        "descriptor-is-no-socket",
        "descriptor \(number) of the target is no socket; ls -l /proc/PID/fd shows which are: socket:[...]"
      )
    ]
  }
  return errno == .notPermitted
    ? [
      Hint(
        "socket-needs-net-admin",
        "asking a socket for its namespace needs CAP_NET_ADMIN in the network namespace that it belongs to"
      )
    ] : []
}
