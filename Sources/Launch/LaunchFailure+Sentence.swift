public import Bytes
import Capabilities
import Kernel
import NamespaceValues

extension LaunchFailure {
  /// What follows `NAME: `, in the originals' words; nil where everything was said already. The
  /// originals share their sentences, and so do ours: which step fails decides.
  public var sentence: ByteString? {
    switch self {
    case .rendezvous(let errno): "eventfd failed: \(errno.text)"
    case .fork(let errno): "fork failed: \(errno.text)"
    case .listen(let errno): "failed to read eventfd: \(errno.text)"
    case .release(let errno): "failed to write eventfd: \(errno.text)"
    case .wait(let errno): "waitpid failed: \(errno.text)"
    case .helperExited: nil
    case .helperKilled(let signal): "helper was killed by signal \(signal.name)"

    case .dropGroups(let errno): "setgroups failed: \(errno.text)"
    case .setGroup(let errno): "setgid() failed: \(errno.text)"
    case .setUser(let errno): "setuid() failed: \(errno.text)"
    case .capabilities(.get(let errno)): "capget failed: \(errno.text)"
    case .capabilities(.set(let errno)): "capset failed: \(errno.text)"
    case .capabilities(.ambient(let errno)): "prctl(PR_CAP_AMBIENT) failed: \(errno.text)"
    case .privilege(let failure): failure.sentence

    case .unshare(.contradiction): "unshare failed: the answer is not the kernel's"
    case .unshare(let errno): "unshare failed: \(errno.text)"
    case .mapTooLarge(let path): "\(path) too large for kernel 4k limit"
    case .openMap(let path, let errno), .openOffsets(let path, let errno):
      "failed to open \(path): \(errno.text)"
    case .writeMap(let path, let errno): "failed to write \(path): \(errno.text)"
    case .writeOffsets(let path, let errno): "failed to write to \(path): \(errno.text)"
    case .bind(let source, let file, let errno):
      "mount \(source) on \(file) failed: \(errno.text)"
    case .open(let path, let errno): "cannot open \(path): \(errno.text)"
    case .writeOwn(let path, let errno): "write failed \(path): \(errno.text)"
    case .allowedSetgroups:
      "options --setgroups=allow and --map-group are mutually exclusive"
    case .setHostName(let errno): "cannot set host name: \(errno.text)"
    case .setDomainName(let errno): "cannot set domain name: \(errno.text)"
    case .bringLoopbackUp(let errno): "cannot bring interface lo up: \(errno.text)"

    case .enterTarget(_, let errno): "reassociate to namespaces failed: \(errno.text)"
    case .enterFile(let kind, let errno):
      "reassociate to namespace 'ns/\(kind.name)' failed: \(errno.text)"
    case .targetChanged: "the target changed its namespaces"
    case .joinCgroup(let errno): "write cgroup.procs failed: \(errno.text)"
    case .readTargetIdentity(let errno): "can not get process stat: \(errno.text)"
    case .hasNoIDs(let kind):
      "the user namespace has no \(kind == .users ? "user" : "group" as StaticString) ids yet"
    case .targetIsUnmapped:
      "the target's user or group has no id in the user namespace that was entered"
    case .readEnvironment(let errno): "failed to get environment variables: \(errno.text)"
    case .setEnvironment(let errno): "failed to set environment variables: \(errno.text)"

    case .setRootPropagation(let errno):
      "cannot change root filesystem propagation: \(errno.text)"
    case .changeRoot(let path, let errno):
      "cannot change root directory to '\(path)': \(errno.text)"
    case .changeDirectory(let path, let errno):
      "cannot change directory to \(path): \(errno.text)"
    case .outsideOfRoot(let path): "\(path) is outside of the root directory"
    case .changeToRoot(let errno):
      "change directory by root file descriptor failed: \(errno.text)"
    case .changeRootHere(let errno): "chroot failed: \(errno.text)"
    case .openWorkingDirectory(let errno):
      "cannot open current working directory: \(errno.text)"
    case .changeToWorkingDirectory(let errno):
      "change directory by working directory file descriptor failed: \(errno.text)"
    case .makePrivate(let path, let errno):
      "cannot change \(path) filesystem propagation: \(errno.text)"
    case .mount(let path, let errno): "mount \(path) failed: \(errno.text)"

    case .signalQueue(let errno): "signalfd failed: \(errno.text)"
    case .channel(let errno): "socketpair failed: \(errno.text)"
    case .reapOrphans(let errno): "prctl failed: \(errno.text)"
    case .startSession(let errno): "setsid failed: \(errno.text)"
    case .leadGroup(let errno): "setpgid failed: \(errno.text)"
    case .installForwarding(let signal, let errno):
      "sigaction SIG\(signal.name) failed: \(errno.text)"
    case .blockTermination(let errno): "sigprocmask block failed: \(errno.text)"
    case .restoreMask(let errno): "sigprocmask restore failed: \(errno.text)"
    case .openOwnProcess(let errno): "pidfd_open failed: \(errno.text)"
    case .dieWithParent(let errno): "prctl failed: \(errno.text)"
    case .pollParent(let errno): "poll parent pidfd failed: \(errno.text)"
    case .parentGone: nil
    case .setDefaultAction(let errno): "signal handler reset failed: \(errno.text)"
    case .unblock(let errno): "sigprocmask unblock failed: \(errno.text)"
    case .survivedSignal: "child exit failed: \(Errno.success.text)"

    case .pidfile(let path, let fault): "cannot open \(path): \(fault.sentence)"
    case .givenDescriptor(let errno): "fcntl failed: \(errno.text)"
    case .tellStatus(let errno): "send failed: \(errno.text)"
    case .hearStatus(let errno): "recvmsg failed: \(errno.text)"
    case .block(let number, let errno):
      "--block-fd: cannot use descriptor \(number): \(errno.text)"
    case .blockEnded: "--block-fd: ended without a byte"

    case .hideFromTarget(let errno): "cannot hide from other processes: \(errno.text)"
    case .protectBinary(let errno): "cannot protect its own binary: \(errno.text)"
    case .protectProgram(let name, let errno): "cannot protect \(name): \(errno.text)"
    case .execute(let program, let errno): "failed to execute \(program): \(errno.text)"
    }
  }
}
