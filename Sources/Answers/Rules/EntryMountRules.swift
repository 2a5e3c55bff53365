import Bytes
import Capabilities
import Kernel
import Launch
import NamespaceValues
import Nsenter

// What nsenter mounts for its program.

/// A new proc(5) or sysfs(5) could not be mounted.
func entryMountHints(
  _ path: ByteString, _ errno: Errno, _ trouble: Trouble, _ evidence: Evidence
) -> [Hint] {
  if let filter = filterHint(of: .mount, errno, evidence) { return [filter] }
  // Both may have failed where the directory of both is /sys.
  let isSys = trouble.showsNetwork(path)
  // Over the namespace that it is to show; nil where that is not known.
  let mayMount = evidence.mayAdminister(evidence.file.namespace.value, trouble)
  switch errno {
  case .noEntry, .notDirectory:
    return [
      Hint(
        "mount-point-missing", "the directory \(path.shortPath) has to be made before (mkdir)")
    ]
  case .loop:
    return [
      Hint(
        "mount-point-is-link",
        "\(path.shortPath) is a link of the target or leads through one, and could lead anywhere: name the directory itself"
      )
    ]
  case .invalidArgument where !trouble.entered.contains(.mount) && trouble.entry?.takesRoot == true:
    return [
      Hint(
        "root-of-other-mounts",
        "that root directory is in another mount namespace, where nothing can be mounted from here: enter it too (-m)"
      )
    ]
  case .notSupported:
    return [
      Hint(
        "mount-would-reveal",
        "a new one would show what is hidden in there: take the container's first process, its PID namespace too (-p), and no other directory"
      )
    ]
  case .noSystemCall:
    return [
      Hint(
        "mount-needs-linux-5-6",
        "--mount-proc and --mount-sys take calls that Linux has since 5.6, and some filters refuse")
    ]
  case .notPermitted where isSys && mayMount != true:
    return [
      Hint(
        "sys-of-other-network",
        "/sys belongs to the network namespace, and that to a user namespace over which there are no rights: enter a network namespace of the same (-n)"
      )
    ]
  case .notPermitted
  where trouble.entered.contains(.user) && !(mayMount ?? trouble.entered.contains(.pid)):
    return [
      Hint(
        "proc-of-other-processes",
        "a new /proc takes rights over the PID namespace, which is not that user namespace's: enter one that is (-p)"
      )
    ]
  case .notPermitted where trouble.entered.contains(.user):
    return [
      Hint(
        "proc-partly-covered",
        "probably every \(isSys ? "sysfs" : "proc" as StaticString) in sight there is partly covered, and then the kernel mounts no new one"
      )
    ]
  case .notPermitted, .accessDenied:
    return [moduleHint("mount file systems", evidence)].compactMap { $0 }
  default: return []
  }
}

/// The mount namespace that these mounts are for could not be made.
func entryUnshareHints(_ errno: Errno, _ trouble: Trouble, _ evidence: Evidence) -> [Hint] {
  if let filter = filterHint(of: .unshare, errno, evidence) { return [filter] }
  guard errno == .notPermitted, !trouble.entered.contains(.user),
    evidence.process.has(.sysAdmin) == false
  else { return [] }
  return [
    Hint(
      "private-mounts-need-sys-admin",
      "what is mounted for the program alone takes CAP_SYS_ADMIN: enter a user namespace too (-U), or be root"
    )
  ]
}

extension Trouble {
  /// Whether it is a sysfs that could not be mounted there.
  func showsNetwork(_ path: ByteString) -> Bool { entry?.mountsSys == true && path == "/sys" }
}

extension Evidence {
  /// Whether this process has CAP_SYS_ADMIN over what owns a namespace; nil where that is not known.
  fileprivate func mayAdminister(_ look: NamespaceLook?, _ trouble: Trouble) -> Bool? {
    guard let chain = look?.owner, let entrant = entrant(trouble) else { return nil }
    // What the kernel does not show is outside of this one, unless it was not the kernel that answered.
    if chain.links.isEmpty, !process.isUnfiltered { return nil }
    return EntryAccess(EntryTarget(.network, owner: chain, companion: chain), by: entrant)
      != .refused(.owner)
  }
}
