import Glibc

/// What a test may need of the machine.
public enum Need: String, CaseIterable, Sendable {
  case timeNamespace = "time-namespace"
  case binfmtInUserNamespace = "binfmt_misc-in-userns"
  case newuidmap
  case root
  case userNamespaces = "user-namespaces"

  /// Why the machine does not have it; nil when it has. Found out once, by trying.
  public var reasonMissing: String? { Self.missing[self] }

  private static let missing: [Need: String] = {
    var reasons: [Need: String] = [:]
    for need in allCases where !need.isThere { reasons[need] = need.reason }
    return reasons
  }()

  private var reason: String {
    switch self {
    case .timeNamespace: "the kernel makes no time namespaces"
    case .binfmtInUserNamespace: "no binfmt_misc in a user namespace (Linux 6.7 has it)"
    case .newuidmap: "newuidmap is not installed (package uidmap)"
    case .root: "needs root"
    case .userNamespaces: "this user may not create user namespaces"
    }
  }

  private var isThere: Bool {
    switch self {
    case .timeNamespace: canUnshare(["--user", "--time", "/bin/true"])
    case .binfmtInUserNamespace:
      canUnshare([
        "--map-root-user", "--mount", "--pid", "--fork", "--mount-proc", "/bin/mount", "-t",
        "binfmt_misc", "none", "/proc/sys/fs/binfmt_misc",
      ])
    case .newuidmap: findTool("newuidmap") != nil && findTool("newgidmap") != nil
    case .root: isRoot
    case .userNamespaces: canUnshare(["--user", "/bin/true"])
    }
  }

  private func canUnshare(_ arguments: [String]) -> Bool {
    spawn(["/usr/bin/unshare"] + arguments).ending == .exited(0)
  }
}
