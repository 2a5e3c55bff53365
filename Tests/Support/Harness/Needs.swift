import Foundation

/// What a test may need of the machine.
public enum Need: String, CaseIterable, Sendable {
  case timeNamespace = "time-namespace"
  case binfmtInUserNamespace = "binfmt_misc-in-userns"
  case newuidmap
  case root
  case userNamespaces = "user-namespaces"
  case pidfs
  case cgroupHybrid = "cgroup-hybrid"
  case cgroup1OrHybrid = "cgroup-v1-or-hybrid"
  case selinuxDisabled = "selinux-disabled"
  case undumpableAfterSetuid = "undumpable-after-setuid"
  case noNamespaceIDs = "no-nsid-build"
  case netBeforeUTS = "net-before-uts"

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
    case .pidfs: "pidfds have no inodes of their own (Linux 6.9 has pidfs)"
    case .cgroupHybrid: "the control groups are not mounted in the hybrid way"
    case .cgroup1OrHybrid: "/sys/fs/cgroup is the unified hierarchy"
    case .selinuxDisabled: "SELinux is enabled"
    case .undumpableAfterSetuid:
      "fs.suid_dumpable is 1 (a setting of the whole machine): who changes its user keeps its /proc/self"
    case .noNamespaceIDs: "the program knows namespace ids"
    case .netBeforeUTS: "net has no number below that of uts (Linux 6.18, outside of a container)"
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
    case .pidfs: !kernelRelease.lexicographicallyPrecedes([6, 9])
    case .cgroupHybrid:
      fileSystem(of: "/sys/fs/cgroup/unified") == "63677270"
        && text("/proc/self/cgroup").split(separator: "\n").first?.contains("name=systemd") == true
    case .cgroup1OrHybrid: fileSystem(of: "/sys/fs/cgroup") != "63677270"
    case .selinuxDisabled: fileSystem(of: "/sys/fs/selinux") != "f97cff8c"
    case .undumpableAfterSetuid: text("/proc/sys/fs/suid_dumpable") != "1\n"
    // It is ours that must show the case.
    case .noNamespaceIDs: false
    case .netBeforeUTS: number(of: "net") < number(of: "uts")
    }
  }

  /// The f_type of a path's file system in hexadecimal digits.
  private func fileSystem(of path: String) -> String {
    spawn(["/usr/bin/stat", "-f", "-c", "%t", path]).stdoutText
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func number(of kind: String) -> Int {
    let link =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/\(kind)")) ?? ""
    return Int(link.filter(\.isNumber)) ?? 0
  }

  private var kernelRelease: [Int] {
    text("/proc/sys/kernel/osrelease").split { !$0.isNumber }.prefix(2).compactMap { Int($0) }
  }

  private func text(_ file: String) -> String {
    String(decoding: (try? readFile(file)) ?? [], as: UTF8.self)
  }

  private func canUnshare(_ arguments: [String]) -> Bool {
    spawn(["/usr/bin/unshare"] + arguments).ending == .exited(0)
  }
}
