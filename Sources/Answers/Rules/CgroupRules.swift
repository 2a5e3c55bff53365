import Bytes
import NamespaceValues
import Nsenter
import Survey

// The control group of the target was to be joined, cgroups(7).

/// /sys/fs/cgroup is no cgroup v2.
func otherCgroupHints(_ evidence: Evidence) -> [Hint] {
  guard let mounts = evidence.process.mountEntries else { return [] }
  guard let unified = mounts.first(where: { $0.fileSystem == "cgroup2" }) else {
    guard mounts.contains(where: { $0.fileSystem == "cgroup" }) else {
      return [
        Hint(
          "cgroup-not-mounted",
          "no file system of control groups is mounted here; root mounts it: mount -t cgroup2 cgroup2 /sys/fs/cgroup"
        )
      ]
    }
    return [
      Hint(
        "no-cgroup2",
        "cgroup v1 only is mounted here: write a shell's PID to cgroup.procs of the target's groups, then run nsenter in it"
      )
    ]
  }
  // Something else is mounted over it.
  if unified.mountPoint == "/sys/fs/cgroup" { return [] }
  let place = unified.mountPoint.shortened
  let group = evidence.target.cgroup.value.flatMap { unifiedCgroup(in: $0) }
  let path = group.map { $0 == "/" ? "" : $0.shortened } ?? "/GROUP"
  return [
    Hint(
      "cgroup-not-v2",
      "/sys/fs/cgroup is no cgroup v2, which is at \(place); in a shell before: echo $$ >\(place)\(path)/cgroup.procs"
    )
  ]
}

/// `cgroup.procs` of the target's group could not be opened, or not be written to.
func joinCgroupHints(_ errno: Errno, _ evidence: Evidence) -> [Hint] {
  switch errno {
  case .noEntry:
    return [
      Hint(
        "cgroup-not-visible",
        "the target's group is not below this process's /sys/fs/cgroup: it is of an outer cgroup namespace or was removed"
      )
    ]
  case .accessDenied, .notPermitted:
    return [
      Hint(
        "cgroup-not-delegated",
        "the target's group, or the one above both, is not delegated to this user: leave --join-cgroup out, or be root"
      )
    ]
  case .busy:
    return [
      Hint(
        "cgroup-has-children",
        "the target's group has controllers for groups below it (cgroup.subtree_control): only its leaves take processes"
      )
    ]
  case .notSupported:
    return [
      Hint(
        "cgroup-threaded",
        "the target's group is threaded, or inside of one (cgroup.type): processes are moved to its threaded domain only"
      )
    ]
  default: return []
  }
}
