import Bytes
import Capabilities
import Kernel
import Namespaces

// unshare(2) was refused.

func unshareHints(_ errno: Errno, _ trouble: Trouble, _ evidence: Evidence) -> [Hint] {
  if let refused = evidence.kernel.refusal(of: .unshare), refused == errno {
    return [
      Hint(
        "seccomp-filter",
        "a seccomp filter refuses unshare(2) here, as container runtimes set it up; rights of users or files do not matter"
      )
    ]
  }
  if errno == .notPermitted, !trouble.created.contains(.user),
    evidence.process.has(.sysAdmin) == false
  {
    return [missingAdministration(trouble, evidence)]
  }
  return []
}

/// Kinds other than user take CAP_SYS_ADMIN.
private func missingAdministration(_ trouble: Trouble, _ evidence: Evidence) -> Hint {
  let kinds = trouble.created.kinds.map { kind -> ByteString in "\(kind.name)" }
  if trouble.callerUser == .root, evidence.process.cannotEverHave(.sysAdmin) == true {
    return Hint(
      "root-without-sys-admin",
      "running as root, but CAP_SYS_ADMIN is not in the bounding set: a container or a service took it away"
    )
  }
  return Hint(
    "needs-sys-admin",
    "creating \(kinds.joined(by: ", ")) namespaces needs CAP_SYS_ADMIN; add --map-root-user (-r), or run as root"
  )
}
