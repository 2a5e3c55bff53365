import Bytes
import Capabilities
import Kernel
import NamespaceValues

// What stands in the way of many acts: filters of system calls, and security modules.

/// A filter answers in the kernel's place; nil where it does not, as far as is known.
func filterHint(of call: HarmlessCall, _ errno: Errno, _ evidence: Evidence) -> Hint? {
  guard evidence.kernel.refusal(of: call) == errno, !evidence.process.isUnfiltered else {
    return nil
  }
  let name: StaticString =
    switch call {
    case .unshare: "unshare"
    case .setns: "setns"
    case .mount: "mount"
    }
  return Hint(
    "seccomp-filter",
    "a seccomp filter refuses \(name)(2) here, as container runtimes set it up; rights of users or files do not matter"
  )
}

/// The profile that Ubuntu's AppArmor puts a process into that made a user namespace without a
/// profile of its own: it has no capability there.
func strippedByAppArmor(_ evidence: Evidence) -> Hint? {
  guard let profile = evidence.kernel.appArmorProfile, profile.hasPrefix("unprivileged_userns")
  else { return nil }
  return Hint(
    "apparmor-no-capabilities",
    "AppArmor's profile unprivileged_userns takes all capabilities here; this program needs a profile with a userns rule"
  )
}

/// SELinux and AppArmor, where one of them is known to confine this process.
func moduleHint(_ act: ByteString, _ evidence: Evidence) -> Hint? {
  if let domain = evidence.kernel.selinuxDomain {
    return Hint(
      "selinux",
      "probably SELinux does not let domain \(domain.shortened) \(act); ausearch -m avc shows what was denied"
    )
  }
  if let stripped = strippedByAppArmor(evidence) { return stripped }
  if let profile = evidence.kernel.appArmorProfile {
    return Hint(
      "apparmor-profile",
      "probably AppArmor's profile \(profile.shortened) does not let this program \(act); the kernel's log says what was denied"
    )
  }
  return nil
}

/// Root of the machine was refused, and nothing that it can see is in its way.
func outsideHint(_ evidence: Evidence) -> Hint? {
  guard evidence.process.isInFirstUserNamespace == true, evidence.process.has(.sysAdmin) == true,
    evidence.process.has(.sysPtrace) == true
  else { return nil }
  return Hint(
    "refused-by-sandbox",
    "probably a security module, or a sandbox around this machine, refuses it: this process has the capabilities that it takes"
  )
}

extension ByteString {
  /// A word that others chose, for the middle of a sentence.
  var shortened: ByteString {
    count > 40 ? "\(ByteString(bytes.prefix(37)).safe)..." : safe
  }

  /// A path for the middle of a sentence: its end says most.
  var shortPath: ByteString {
    count > 60 ? "...\(ByteString(bytes.suffix(57)).safe)" : safe
  }
}
