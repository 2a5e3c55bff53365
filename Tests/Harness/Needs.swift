import Glibc

/// What a test may need of the machine.
public enum Need: String, CaseIterable, Sendable {
  case timeNamespace = "time-namespace"
  case binfmtInUserNamespace = "binfmt_misc-in-userns"
  case newuidmap
  case root
  case userNamespaces = "user-namespaces"

  /// Why the machine does not have it; nil when it has.
  public var reasonMissing: String? {
    switch self {
    case .timeNamespace:
      access("/proc/self/ns/time", F_OK) == 0 ? nil : "the kernel has no time namespaces"
    case .binfmtInUserNamespace:
      kernelVersion >= (6, 7) ? nil : "binfmt_misc in a user namespace needs Linux 6.7"
    case .newuidmap:
      findTool("newuidmap") != nil && findTool("newgidmap") != nil
        ? nil : "newuidmap is not installed (package uidmap)"
    case .root: isRoot ? nil : "needs root"
    case .userNamespaces:
      spawn(["/usr/bin/unshare", "-U", "/bin/true"]).ending == .exited(0)
        ? nil : "this user may not create user namespaces"
    }
  }

  private var kernelVersion: (Int, Int) {
    var name = utsname()
    uname(&name)
    let release = withUnsafePointer(to: &name.release) {
      $0.withMemoryRebound(to: CChar.self, capacity: 65) { String(cString: $0) }
    }
    let numbers = release.split(whereSeparator: { $0 == "." || $0 == "-" }).compactMap {
      Int($0)
    }
    return (numbers.first ?? 0, numbers.dropFirst().first ?? 0)
  }
}
