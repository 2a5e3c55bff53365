public import Bytes
public import Kernel
public import Namespaces

/// What is known of the kernel and of its switches.
public struct KernelEvidence: Equatable, Sendable {
  /// The release, uname(2).
  public var release: ByteString?
  /// What stands in the way of calls that no kernel refuses.
  public var refusals: [Refusal] = []
  /// Kinds of namespaces that this kernel does not have.
  public var missingKinds: NamespaceSet = []
  /// /proc/sys/user/max_KIND_namespaces of each kind, namespaces(7).
  public var limits: [Limit] = []
  /// /proc/sys/kernel/unprivileged_userns_clone, of Debian.
  public var unprivilegedClone = Answer<[UInt8]>.unknown
  /// /proc/sys/kernel/apparmor_restrict_unprivileged_userns, of Ubuntu.
  public var appArmorRestriction = Answer<[UInt8]>.unknown
  /// /proc/self/attr/apparmor/current, or attr/current where there is no such file.
  public var securityContext = Answer<[UInt8]>.unknown
  /// /sys/fs/selinux/enforce.
  public var selinuxEnforces = Answer<[UInt8]>.unknown

  /// Nothing is known.
  public init() {}

  /// Looks at the running kernel.
  public init(from source: some EvidenceSource) {
    release = source.kernelRelease()
    for call in HarmlessCall.allCases {
      if let errno = source.refusal(of: call) { refusals.append(Refusal(of: call, errno)) }
    }
    for kind in NamespaceKind.allCases {
      limits.append(
        Limit(of: kind, source.content(of: "/proc/sys/user/max_\(kind.name)_namespaces")))
      if source.look(at: "/proc/self/ns/\(kind.name)").isAbsent {
        missingKinds.insert(NamespaceSet(kind))
      }
    }
    unprivilegedClone = source.content(of: "/proc/sys/kernel/unprivileged_userns_clone")
    appArmorRestriction = source.content(
      of: "/proc/sys/kernel/apparmor_restrict_unprivileged_userns")
    securityContext = source.content(of: "/proc/self/attr/apparmor/current")
    if securityContext.value == nil {
      securityContext = source.content(of: "/proc/self/attr/current")
    }
    selinuxEnforces = source.content(of: "/sys/fs/selinux/enforce")
  }

  /// What stands in the way of a call; nil where nothing is known to.
  public func refusal(of call: HarmlessCall) -> Errno? {
    refusals.first { $0.call == call }?.errno
  }

  /// The limit of a kind in this user namespace; nil where it is not known.
  public func limit(of kind: NamespaceKind) -> UInt64? {
    guard let text = limits.first(where: { $0.kind == kind })?.text.value else { return nil }
    var cursor = ByteCursor(text[...])
    guard let number = cursor.number(), !number.isSaturated else { return nil }
    return number.magnitude
  }
}

// Lists, as they are short: a dictionary would ask the kernel for random bytes.

extension KernelEvidence {
  /// A call that is refused, although no kernel does that.
  public struct Refusal: Equatable, Sendable {
    /// The call.
    public let call: HarmlessCall
    /// The answer.
    public let errno: Errno

    /// - Parameter call: what was tried.
    public init(of call: HarmlessCall, _ errno: Errno) {
      self.call = call
      self.errno = errno
    }
  }

  /// How many namespaces of a kind there may be.
  public struct Limit: Equatable, Sendable {
    /// The kind.
    public let kind: NamespaceKind
    /// The file's content.
    public var text: Answer<[UInt8]>

    /// - Parameter text: the file's content.
    public init(of kind: NamespaceKind, _ text: Answer<[UInt8]>) {
      self.kind = kind
      self.text = text
    }
  }
}
