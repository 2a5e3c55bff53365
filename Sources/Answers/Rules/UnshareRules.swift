import Bytes
import Capabilities
import Kernel
import NamespaceValues

// unshare(2) was refused.

func unshareHints(_ errno: Errno, _ trouble: Trouble, _ evidence: Evidence) -> [Hint] {
  if let filter = filterHint(of: .unshare, errno, evidence) { return [filter] }
  switch errno {
  case .notPermitted: return notPermitted(trouble, evidence)
  case .accessDenied:
    return [restrictedByAppArmor(evidence) ?? moduleHint("make user namespaces", evidence)]
      .compactMap { $0 }
  case .noSpace, .tooManyUsers: return [limitHint(trouble, evidence)].compactMap { $0 }
  case .invalidArgument: return invalid(trouble, evidence)
  case .noSystemCall where evidence.process.isUnfiltered:
    return [
      Hint(
        "no-unshare-call",
        "this kernel has no unshare(2): probably a sandbox such as gVisor or the first WSL stands in for Linux"
      )
    ]
  default: return []
  }
}

private func notPermitted(_ trouble: Trouble, _ evidence: Evidence) -> [Hint] {
  let process = evidence.process
  let lacksUser = trouble.callerUser.map { process.maps($0.number, .users) == false } ?? false
  let lacksGroup = trouble.callerGroup.map { process.maps($0.number, .groups) == false } ?? false
  // The kernel asks for both where a user namespace is made. For the other kinds a program without a
  // user has lost its capabilities, and one without a group has not.
  if trouble.created.contains(.user)
    ? lacksUser || lacksGroup : lacksUser && process.has(.sysAdmin) == false
  {
    return [
      Hint(
        "no-id-mapping",
        "this process has no id in its user namespace; give the outer unshare a map, such as --map-root-user (-r)"
      )
    ]
  }
  if !trouble.created.contains(.user), process.has(.sysAdmin) == false {
    if lacksGroup {
      return [
        Hint(
          "needs-sys-admin",
          "creating \(trouble.created.names) namespaces needs CAP_SYS_ADMIN; for -r the outer unshare must map this process's gid too"
        )
      ]
    }
    return [missingAdministration(trouble, evidence)]
  }
  if trouble.created.contains(.user) {
    if evidence.kernel.forbidsUnprivilegedClone, process.has(.sysAdmin) == false {
      return [
        Hint(
          "unprivileged-userns-clone",
          "plain users may not make user namespaces here: kernel.unprivileged_userns_clone is 0; root may"
        )
      ]
    }
    if process.isInDirectoryRoot == true {
      return [
        Hint(
          "chroot",
          "user namespaces cannot be made inside of a chroot; start from the real root, or enter the tree by pivot_root(8)"
        )
      ]
    }
    if let restricted = restrictedByAppArmor(evidence) { return [restricted] }
  }
  if process.isFiltered {
    return [
      Hint(
        "seccomp-flags",
        "possibly a seccomp filter refuses these kinds of namespaces (as RestrictNamespaces= of systemd does)"
      )
    ]
  }
  if let module = moduleHint("make namespaces", evidence) { return [module] }
  // Nothing else is left, where all of it could be found out.
  if trouble.created.contains(.user), process.isUnfiltered, process.isInDirectoryRoot == false,
    evidence.kernel.hasNoModule
  {
    if trouble.mayHaveOverflowID, process.isInFirstUserNamespace != true {
      return [
        Hint(
          "no-id-mapping",
          "possibly this process has no id in its user namespace, and 65534 stands for that; give the outer unshare a map (-r)"
        )
      ]
    }
    return [
      Hint(
        "chroot-mount",
        "probably this is a chroot, in which user namespaces cannot be made; start from the real root"
      )
    ]
  }
  return []
}

private func restrictedByAppArmor(_ evidence: Evidence) -> Hint? {
  guard evidence.kernel.restrictsByAppArmor, evidence.process.has(.sysAdmin) == false else {
    return nil
  }
  return Hint(
    "apparmor-restricts-userns",
    "AppArmor restricts user namespaces (kernel.apparmor_restrict_unprivileged_userns=1): this program needs a profile with userns"
  )
}

/// Kinds other than user take CAP_SYS_ADMIN.
private func missingAdministration(_ trouble: Trouble, _ evidence: Evidence) -> Hint {
  if trouble.callerUser == .root, evidence.process.cannotEverHave(.sysAdmin) == true {
    return rootLacksAdministration
  }
  let orRoot: StaticString = trouble.callerUser == .root ? "" : ", or run as root"
  return Hint(
    "needs-sys-admin",
    "creating \(trouble.created.names) namespaces needs CAP_SYS_ADMIN; add --map-root-user (-r)\(orRoot)"
  )
}

extension Trouble {
  /// Whether an id of the caller may be the one that the kernel shows in place of any that has no
  /// mapping, although it is mapped itself.
  fileprivate var mayHaveOverflowID: Bool {
    callerUser?.number == 65534 || callerGroup?.number == 65534
  }

  /// What whoever lacks a right is told: root cannot be told to become root.
  var runAsRoot: StaticString {
    callerUser == .root ? "this root has lost it" : "run as root"
  }
}

/// For whoever looks like root.
var rootLacksAdministration: Hint {
  Hint(
    "root-without-sys-admin",
    "running as root, but CAP_SYS_ADMIN is not in the bounding set: a container or a service took it away"
  )
}

/// Kinds that came later, or were left out.
func kernelLacks(_ kinds: NamespaceSet) -> Hint {
  Hint("no-such-kind", "this kernel has no \(kinds.names) namespaces: it was built without them")
}

/// How many namespaces there may be: of each kind, per user, in this and each outer user namespace.
private func limitHint(_ trouble: Trouble, _ evidence: Evidence) -> Hint? {
  let kinds = trouble.created.kinds
  for kind in kinds where evidence.kernel.limit(of: kind) == 0 {
    return Hint(
      "limit-zero",
      "user.max_\(kind.name)_namespaces is 0: no \(kind.name) namespace can be made here")
  }
  if trouble.created.contains(.pid), evidence.process.pidLevels ?? 0 > 32 {
    return Hint(
      "nesting",
      "pid namespaces nest 32 deep below the first one at most, and this is the last of them")
  }
  // What a new user namespace begins with: nobody set it.
  let unlimited = UInt64(Int32.max)
  guard !kinds.isEmpty, kinds.allSatisfy({ evidence.kernel.limit(of: $0) != nil }) else {
    return nil
  }
  let nests =
    trouble.created.contains(.user) && evidence.process.isInFirstUserNamespace != true
    || trouble.created.contains(.pid) && evidence.process.isInFirstPIDNamespace != true
  let limited = kinds.filter { (evidence.kernel.limit(of: $0) ?? unlimited) < unlimited }
  if nests, limited.isEmpty {
    return Hint(
      "nesting",
      "\(trouble.created.names) namespaces nest 32 deep at most: that, or a limit of an outer user namespace, is reached"
    )
  }
  guard let kind = limited.first, limited.count == 1, let limit = evidence.kernel.limit(of: kind)
  else {
    return Hint(
      "limit-outside",
      "a limit for \(trouble.created.names) namespaces is reached (user.max_KIND_namespaces), here or in an outer user namespace"
    )
  }
  if nests {
    return Hint(
      "limit-reached",
      "probably the limit of \(kind.name) namespaces is reached: user.max_\(kind.name)_namespaces is \(limit) here, outside it may be less"
    )
  }
  return Hint(
    "limit-reached",
    "the limit of \(kind.name) namespaces is reached: user.max_\(kind.name)_namespaces is \(limit) here; an outer user namespace may allow fewer"
  )
}

private func invalid(_ trouble: Trouble, _ evidence: Evidence) -> [Hint] {
  let missing = trouble.created.intersection(evidence.kernel.missingKinds)
  if !missing.isEmpty {
    return [kernelLacks(missing)]
  }
  if trouble.created.contains(.pid), evidence.process.hasPendingPIDNamespace == true {
    return [
      Hint(
        "pid-pending",
        "the PID namespace made or entered before waits for the next child of this process; add --fork (-f) to what made it"
      )
    ]
  }
  return []
}

extension NamespaceSet {
  /// The names of its kinds in a sentence.
  var names: ByteString {
    kinds.map { kind -> ByteString in "\(kind.name)" }.joined(by: ", ")
  }
}
