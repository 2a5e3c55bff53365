import Bytes
import Capabilities
import Kernel
import Launch
import NamespaceValues
import Survey

// Mounts, and the directories that a launch changes to.

/// The propagation of all mounts could not be set.
func propagationHints(_ errno: Errno, _ evidence: Evidence) -> [Hint] {
  if let filter = filterHint(of: .mount, errno, evidence) { return [filter] }
  if errno == .invalidArgument {
    return [
      Hint(
        "root-not-mount-point",
        "the root directory is no mount point, as in a chroot: add --propagation unchanged, or bind the directory onto itself before"
      )
    ]
  }
  return [moduleHint("change mounts", evidence)].compactMap { $0 }
}

/// proc(5) or binfmt_misc could not be mounted.
func mountHints(
  _ path: ByteString, _ errno: Errno, _ trouble: Trouble, _ evidence: Evidence
) -> [Hint] {
  if let filter = filterHint(of: .mount, errno, evidence) { return [filter] }
  switch errno {
  case .noEntry, .notDirectory:
    let below: ByteString = trouble.newRoot.map { root in " below \(root.shortPath)" } ?? ""
    return [
      Hint(
        "mount-point-missing",
        "the directory \(path.shortPath)\(below) has to be made before (mkdir)")
    ]
  case .notPermitted:
    if trouble.mountsBinfmt(at: path) { return [oldBinfmtHint(evidence)].compactMap { $0 } }
    return [refusedProc(trouble, evidence)].compactMap { $0 }
  case .invalidArgument where trouble.mountsBinfmt(at: path):
    return [oldBinfmtHint(evidence)].compactMap { $0 }
  case .busy where !trouble.created.contains(.pid) && evidence.kernel.isBefore(5, 8) == true:
    return [
      Hint(
        "proc-mounted-already",
        "before Linux 5.8 the /proc of a PID namespace could be mounted once in a place; add --pid --fork (-pf)"
      )
    ]
  case .accessDenied: return [moduleHint("mount file systems", evidence)].compactMap { $0 }
  default: return []
  }
}

private func oldBinfmtHint(_ evidence: Evidence) -> Hint? {
  guard evidence.kernel.isBefore(6, 7) == true else { return nil }
  return Hint(
    "binfmt-too-old",
    "user namespaces have a binfmt_misc of their own since Linux 6.7; this kernel is older")
}

/// A new /proc shows no more than its user namespace may see.
private func refusedProc(_ trouble: Trouble, _ evidence: Evidence) -> Hint? {
  let ownsPID = trouble.created.contains(.pid)
  if trouble.created.contains(.user), !ownsPID {
    return Hint(
      "proc-needs-pid",
      "in a user namespace a new /proc takes a PID namespace of the same: add --pid --fork (-pf)")
  }
  if trouble.created.contains(.user), trouble.circumstances.leavesProcessesToChildren {
    return procNeedsFork
  }
  let isInside = trouble.created.contains(.user) || evidence.process.isInFirstUserNamespace == false
  guard isInside, !trouble.isAmongOthersFiles else {
    return evidence.process.has(.sysAdmin) == true
      ? moduleHint("mount file systems", evidence) : nil
  }
  if evidence.process.lacksProc == true {
    return Hint(
      "proc-not-visible",
      "a user namespace may mount a new /proc only where it sees a whole one, and there is none at /proc"
    )
  }
  if let cover = evidence.process.mountEntries?.first(where: { $0.coversProc }) {
    return Hint(
      "proc-covered",
      "\(cover.mountPoint.shortPath) hides a part of /proc, so the kernel refuses a new one; containers do that (unmask=ALL in podman)"
    )
  }
  if !ownsPID {
    return Hint(
      "proc-needs-pid",
      "probably this PID namespace belongs to another user namespace, and a new /proc takes one of its own: add --pid --fork (-pf)"
    )
  }
  if trouble.circumstances.leavesProcessesToChildren { return procNeedsFork }
  return moduleHint("mount file systems", evidence)
}

private var procNeedsFork: Hint {
  Hint(
    "proc-needs-fork",
    "without a fork this process is not in its new PID namespace, and mounts the /proc of the old one: add --fork (-f)"
  )
}

/// chroot(2) was refused.
func changeRootHints(_ errno: Errno, _ trouble: Trouble, _ evidence: Evidence) -> [Hint] {
  if errno == .notPermitted, evidence.process.has(.sysChroot) == false {
    let advice: StaticString =
      trouble.callerUser == .root
      ? ", which was taken from root here" : "; add --map-root-user (-r), or run as root"
    return [Hint("needs-sys-chroot", "changing the root directory takes CAP_SYS_CHROOT\(advice)")]
  }
  if errno == .notPermitted { return [strippedByAppArmor(evidence)].compactMap { $0 } }
  return [unmappedDirectory(errno, evidence)].compactMap { $0 }
}

/// chdir(2) was refused.
func changeDirectoryHints(
  _ path: ByteString, _ errno: Errno, _ trouble: Trouble, _ evidence: Evidence
) -> [Hint] {
  if errno == .noEntry, let root = trouble.newRoot, path.hasPrefix("/") {
    return [
      Hint(
        "directory-below-root",
        "with --root the directory is looked up below it: there is no \(path.shortPath) in \(root.shortPath)"
      )
    ]
  }
  return [unmappedDirectory(errno, evidence)].compactMap { $0 }
}

/// A directory that belongs to nobody whom the user namespace knows: its capabilities do not reach it.
private func unmappedDirectory(_ errno: Errno, _ evidence: Evidence) -> Hint? {
  let overflow: UInt32 = 65534
  guard errno == .accessDenied, evidence.process.maps(overflow, .users) == false,
    let closed = evidence.place.looks.first(where: { look in
      guard let found = look.answer.value else { return false }
      return found.user.number == overflow && found.mode & 0o001 == 0
    })
  else { return nil }
  return Hint(
    "directory-of-unmapped-id",
    "\(closed.path.shortPath) belongs to an id that is not mapped in this user namespace, where root has no rights over it"
  )
}

extension MountEntry {
  /// Whether it hides a part of /proc from those who may not unmount it. Empty directories that are
  /// made for mounts do not count.
  fileprivate var coversProc: Bool {
    if mountPoint == "/proc" { return fileSystem == "proc" && (root != "/" || has("ro")) }
    return mountPoint.hasPrefix("/proc/") && mountPoint != "/proc/sys/fs/binfmt_misc"
      && mountPoint != "/proc/fs/nfsd"
  }
}

extension Trouble {
  /// The directory that `--root` names.
  var newRoot: ByteString? {
    for step in steps {
      if case .changeRoot(let path) = step { return path }
    }
    return nil
  }

  fileprivate func mountsBinfmt(at path: ByteString) -> Bool {
    steps.contains { $0 == .mountBinfmt(path) }
  }
}
