import Bytes
import Capabilities
import Kernel
import Launch
import NamespaceValues
import Survey

// Namespaces that are kept alive by a file.

func persistenceHints(
  _ source: ByteString, _ file: ByteString, _ errno: Errno, _ trouble: Trouble, _ evidence: Evidence
) -> [Hint] {
  if let filter = filterHint(of: .mount, errno, evidence) { return [filter] }
  let look = evidence.place.last
  let kind = source.afterLastSlash
  let name = file.shortPath
  switch errno {
  case .noEntry where look.isAbsent:
    return [
      Hint(
        "persist-file-missing",
        "a namespace is bound to a file that is there: make it first (touch \(name))")
    ]
  case .noEntry where kind == "pid_for_children" && trouble.plan?.fork == nil && look.value != nil:
    return [
      Hint(
        "persist-pid-needs-fork",
        "a PID namespace can be bound only when it has a process: add --fork (-f)")
    ]
  case .notDirectory where look.value?.isDirectory == true:
    return [
      Hint("persist-directory", "\(name) is a directory; a namespace is bound to a regular file")
    ]
  case .notPermitted where evidence.process.has(.sysAdmin) == false:
    return [
      Hint(
        "persist-needs-rights",
        "a bind takes CAP_SYS_ADMIN over the mount namespace of \(name): run all of it below unshare -rm, or keep a process in there"
      )
    ]
  case .invalidArgument where kind == "mnt":
    return [mountNamespaceHint(file, look.value, evidence)].compactMap { $0 }
  default: return []
  }
}

/// A mount namespace can be bound only where the bind cannot come to lie inside of itself.
private func mountNamespaceHint(_ file: ByteString, _ look: FileLook?, _ evidence: Evidence)
  -> Hint?
{
  guard let path = evidence.process.absolute(file),
    let mount = evidence.process.mountEntries?.holding(path), mount.device == look?.device
  else { return nil }
  if mount.isShared {
    return Hint(
      "persist-shared",
      "\(file.shortPath) is on a shared mount: bind its directory onto itself and make that private (mount --make-private)"
    )
  }
  return Hint(
    "persist-older",
    "the kernel holds the mount namespace of \(file.shortPath) for the younger one, by numbers of each CPU: try it on another CPU (taskset)"
  )
}
