public import Answers
public import Bytes
import Kernel
public import NamespaceValues
public import Privs

/// What the caller finds around him, as far as it can be seen without trying. What is not known is nil.
public struct Surroundings: Equatable, Sendable {
  /// The ids that his user namespace has.
  public var users: [IDMapping]?
  /// The groups that it has.
  public var groups: [IDMapping]?
  /// Which version of control groups the machine uses.
  public var cgroups: ControlGroups?
  /// The security modules of the kernel, their names with commas.
  public var modules: ByteString?
  /// What they have this process as.
  public var securityContext: ByteString?
  /// The filter of system calls.
  public var seccomp: ProcessStatus.SeccompMode?
  /// Whether it is certain that this is a chroot, or that it is none.
  public var isChroot: Bool?
  /// no_new_privs.
  public var forbidsNewPrivileges: Bool?
  /// Whether this is the user namespace that the machine began with.
  public var isInFirstUserNamespace: Bool?
  /// The kinds that the kernel certainly has.
  public var presentKinds: NamespaceSet = []
  /// What else is known of the kernel.
  public var kernel = KernelEvidence()

  /// Which version of cgroups(7).
  public enum ControlGroups: Equatable, Sendable {
    case one, two
    /// Controllers of the first beside a tree of the second.
    case hybrid
    /// None at all.
    case none
  }

  /// Nothing is known.
  public init() {}

  /// Looks around.
  public init(from source: some EvidenceSource) {
    var process = ProcessEvidence()
    process.gather(from: source)
    kernel.gather(from: source)
    users = process.userMap.value.map { IDMapping.parse(map: $0[...]) }
    groups = process.groupMap.value.map { IDMapping.parse(map: $0[...]) }
    cgroups = source.content(of: "/proc/self/cgroup").value.map { ControlGroups($0) }
    modules = source.content(of: "/sys/kernel/security/lsm").value.map { firstLine($0) }
    securityContext = kernel.securityContext.value.map { firstLine($0) }
    seccomp = process.status.value.flatMap { ProcessStatus($0).seccomp }
    // One whose root is a mount point looks as if there were none.
    isChroot = process.isInDirectoryRoot == true ? true : nil
    forbidsNewPrivileges = process.forbidsNewPrivileges
    isInFirstUserNamespace = process.isInFirstUserNamespace
    for kind in NamespaceKind.allCases {
      if source.look(at: "/proc/self/ns/\(kind.name)").value != nil {
        presentKinds.insert(NamespaceSet(kind))
      }
    }
  }
}

extension Surroundings.ControlGroups {
  /// Reads /proc/PID/cgroup, cgroups(7): the tree of version 2 has the number 0.
  init(_ content: [UInt8]) {
    let lines = content.split(separator: UInt8(ascii: "\n"))
    let second = lines.count { ByteString($0).hasPrefix("0::") }
    let isSecond = second > 0
    self =
      lines.isEmpty ? .none : second == lines.count ? .two : isSecond ? .hybrid : .one
  }
}

/// Without the end of line, or of text, that some of these files have.
private func firstLine(_ text: [UInt8]) -> ByteString {
  ByteString(text.prefix { $0 != UInt8(ascii: "\n") })
}
