public import Bytes
public import Kernel
public import NamespaceValues

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
  /// - Parameter call: made to see what becomes of it. It has just been made and was answered: some
  ///   filters end the process instead.
  public mutating func gather(from source: some EvidenceSource, trying call: HarmlessCall? = nil) {
    release = source.kernelRelease()
    if let call, let errno = source.refusal(of: call) { refusals.append(Refusal(of: call, errno)) }
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
      // Without a module there is this file, but no answer in it.
      let general = source.content(of: "/proc/self/attr/current")
      if general.value != nil || !securityContext.isAbsent { securityContext = general }
    }
    selinuxEnforces = source.content(of: "/sys/fs/selinux/enforce")
  }

  /// What stands in the way of a call; nil where nothing is known to.
  public func refusal(of call: HarmlessCall) -> Errno? {
    refusals.first { $0.call == call }?.errno
  }

  /// The limit of a kind in this user namespace; nil where it is not known.
  public func limit(of kind: NamespaceKind) -> UInt64? {
    limits.first { $0.kind == kind }?.text.number
  }
}

// What the captured texts say.

extension KernelEvidence {
  /// Whether Debian's switch forbids user namespaces to plain users.
  public var forbidsUnprivilegedClone: Bool { unprivilegedClone.number == 0 }

  /// Whether Ubuntu's switch restricts them by AppArmor.
  public var restrictsByAppArmor: Bool { appArmorRestriction.number == 1 }

  /// The profile of AppArmor that confines this process in earnest, without its mode; nil where none
  /// does, as far as is known.
  public var appArmorProfile: ByteString? {
    guard selinuxEnforces.value == nil, let text = securityContext.value,
      let space = text.lastIndex(of: UInt8(ascii: " "))
    else { return nil }
    return ByteString(text[space...]).hasPrefix(" (enforce)") ? ByteString(text[..<space]) : nil
  }

  /// Whether it is certain that neither AppArmor nor SELinux confines this process.
  public var hasNoModule: Bool {
    guard selinuxEnforces.isAbsent || selinuxEnforces.number == 0,
      appArmorRestriction.isAbsent || appArmorRestriction.number == 0
    else { return false }
    guard let text = securityContext.value else { return securityContext.isAbsent }
    return ByteString(text).hasPrefix("unconfined")
  }

  /// The domain that SELinux, where it enforces its policy, has this process in.
  public var selinuxDomain: ByteString? {
    guard selinuxEnforces.number == 1, let text = securityContext.value else { return nil }
    let fields = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    return fields.count > 2 ? ByteString(fields[2]) : nil
  }
}

extension Answer<[UInt8]> {
  /// The number that a file begins with.
  public var number: UInt64? {
    guard let text = value else { return nil }
    var cursor = ByteCursor(text[...])
    guard let number = cursor.number(), !number.isSaturated, !number.isNegative else { return nil }
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
