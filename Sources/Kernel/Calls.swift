public import Bytes
import CKernel
public import Namespaces

/// The system calls of a launch: the door to the machine. One line each, so that there is
/// nothing to test below them.
public enum Calls {
  // MARK: Namespaces and mounts

  /// unshare(2).
  public static func unshare(_ namespaces: NamespaceSet) throws(Errno) {
    try Errno.check(uy_unshare(namespaces.rawValue))
  }

  /// mount(2) that makes the namespace of a process stay alive at a file, MS_BIND.
  public static func bind(_ source: ByteString, onto target: ByteString) throws(Errno) {
    try mount(source, target, nil, MS_BIND)
  }

  /// mount(2) that changes the propagation of a mount and of all below it, MS_REC.
  public static func setPropagation(
    _ propagation: MountPropagation, below target: ByteString
  ) throws(Errno) {
    guard let flag = propagation.flag else { return }
    try mount("none", target, nil, MS_REC | flag)
  }

  /// mount(2) of a file system that has no device, such as proc(5). Set-uid programs, devices
  /// and programs have no business in it.
  public static func mountKernelFileSystem(
    _ type: ByteString, at target: ByteString
  ) throws(Errno) {
    try mount(type, target, type, MS_NOSUID | MS_NOEXEC | MS_NODEV)
  }

  private static func mount(
    _ source: ByteString, _ target: ByteString, _ type: ByteString?, _ flags: Int
  ) throws(Errno) {
    try Errno.check(
      source.withCString { source in
        target.withCString { target in
          guard let type else { return uy_mount(source, target, nil, UInt(flags)) }
          return type.withCString { uy_mount(source, target, $0, UInt(flags)) }
        }
      })
  }

  /// chroot(2).
  public static func changeRoot(_ path: ByteString) throws(Errno) {
    try Errno.check(path.withCString { uy_chroot($0) })
  }

  /// chdir(2).
  public static func changeDirectory(_ path: ByteString) throws(Errno) {
    try Errno.check(path.withCString { uy_chdir($0) })
  }

  /// Whether the working directory is the root directory or below it, getcwd(2). False too where
  /// it has no path any more.
  public static var isBelowRoot: Bool { uy_is_below_root() }

  /// sethostname(2).
  public static func setHostName(_ name: ByteString) throws(Errno) {
    try Errno.check(name.withCString { uy_sethostname($0, name.count) })
  }

  /// setdomainname(2).
  public static func setDomainName(_ name: ByteString) throws(Errno) {
    try Errno.check(name.withCString { uy_setdomainname($0, name.count) })
  }

  /// Sets IFF_UP on the interface `lo`, netdevice(7).
  public static func bringLoopbackUp() throws(Errno) { try Errno.check(uy_loopback_up()) }

  // MARK: Identity

  /// geteuid(2).
  public static var effectiveUser: UserID { UserID(geteuid()) }
  /// getegid(2).
  public static var effectiveGroup: GroupID { GroupID(getegid()) }
  /// getuid(2).
  public static var realUser: UserID { UserID(getuid()) }

  /// setgroups(2) with an empty list.
  public static func dropGroups() throws(Errno) { try Errno.check(uy_drop_groups()) }

  /// setgroups(2).
  public static func setGroups(_ groups: [GroupID]) throws(Errno) {
    try Errno.check(uy_set_groups(groups.map { $0.number }, groups.count))
  }

  /// How many supplementary groups this process has, getgroups(2).
  public static func groupCount() throws(Errno) -> Int32 { try Errno.check(uy_group_count()) }

  /// setgid(2).
  public static func setGroup(_ group: GroupID) throws(Errno) {
    try Errno.check(uy_setgid(group.number))
  }

  /// setuid(2).
  public static func setUser(_ user: UserID) throws(Errno) {
    try Errno.check(uy_setuid(user.number))
  }

  /// prctl(2) PR_SET_NO_NEW_PRIVS: from now on no program gives more rights than this process
  /// has.
  public static func forbidNewPrivileges() throws(Errno) {
    try Errno.check(uy_forbid_new_privileges())
  }

  /// prctl(2) PR_GET_NO_NEW_PRIVS.
  public static func forbidsNewPrivileges() throws(Errno) -> Bool {
    try Errno.check(uy_forbids_new_privileges()) != 0
  }

  // MARK: Processes and signals

  /// Fills each standard descriptor that is closed, so that none of our own descriptors takes its
  /// number and a message goes into it. Writing there fails as before, open(2) O_PATH;
  /// close-on-exec, so the program still finds it closed.
  public static func fillStandardDescriptors() { uy_fill_standard_descriptors() }

  /// getpid(2).
  public static var ownProcess: ProcessID { ProcessID(getpid()) }
  /// getppid(2).
  public static var parentProcess: ProcessID { ProcessID(getppid()) }

  /// fork(2): nil in the child.
  public static func fork() throws(Errno) -> ProcessID? {
    let pid = try Errno.check(uy_fork())
    return pid == 0 ? nil : ProcessID(pid)
  }

  /// _exit(2).
  public static func exit(_ status: Int32) -> Never { uy_exit(status) }

  /// kill(2).
  public static func kill(_ process: ProcessID, _ signal: SignalNumber) throws(Errno) {
    try Errno.check(uy_kill(process.number, signal.number))
  }

  /// waitpid(2) without options.
  public static func wait(for process: ProcessID) throws(Errno) -> ChildStatus {
    var status: Int32 = 0
    try Errno.check(uy_wait(process.number, &status))
    return ending(status)
  }

  private static func ending(_ status: Int32) -> ChildStatus {
    uy_exited(status)
      ? .exited(uy_exit_status(status))
      : .killed(SignalNumber(uy_termination_signal(status)))
  }

  /// Waits until a child ends, without waitid(2): waitpid(2). No signal is forwarded after that.
  public static func waitGuarded(for process: ProcessID) throws(Errno) -> ChildStatus {
    var status: Int32 = 0
    try Errno.check(uy_wait_guarded(process.number, false, &status))
    return ending(status)
  }

  /// Waits until a child stops, and then returns nil, or ends, without waitid(2): waitpid(2) with
  /// WUNTRACED. No signal is forwarded after it has ended.
  public static func waitGuardedForChange(
    of process: ProcessID
  ) throws(Errno) -> ChildStatus? {
    var status: Int32 = 0
    try Errno.check(uy_wait_guarded(process.number, true, &status))
    return uy_stopped(status) ? nil : ending(status)
  }

  /// waitid(2) with WNOWAIT: returns when the child has ended, and its pid is still its own.
  public static func waitUnreaped(for process: ProcessID) throws(Errno) {
    try Errno.check(uy_wait_unreaped(process.number))
  }

  /// waitid(2) with WSTOPPED and WNOWAIT: returns when the child has stopped or ended, and its
  /// pid is still its own.
  public static func waitForChange(of process: ProcessID) throws(Errno) -> ChildChange {
    try Errno.check(uy_wait_change(process.number)) == 0 ? .ended : .stopped
  }

  /// waitid(2) with WSTOPPED and WNOHANG: takes the event of a stop; false when the child has
  /// gone on meanwhile.
  public static func takeStop(of process: ProcessID) throws(Errno) -> Bool {
    try Errno.check(uy_take_stop(process.number)) != 0
  }

  /// pidfd_open(2).
  public static func openProcess(_ process: ProcessID) throws(Errno) -> OwnedDescriptor {
    OwnedDescriptor(raw: try Errno.check(uy_pidfd_open(process.number)))
  }

  /// Whether the process of a pidfd, or the one at the other end of a pipe, has ended: poll(2)
  /// without waiting.
  public static func hasEnded(_ process: borrowing OwnedDescriptor) throws(Errno) -> Bool {
    try Errno.check(uy_readable(process.raw, 0)) != 0
  }

  /// A pipe that tells who has its end for reading when the last process with the other end is
  /// gone: pipe2(2). Gives out the end for reading, and returns the other one.
  public static func openPipe(
    _ reader: (consuming OwnedDescriptor) -> Void
  ) throws(Errno) -> OwnedDescriptor {
    var ends: (Int32, Int32) = (-1, -1)
    try Errno.check(
      withUnsafeMutableBytes(of: &ends) { uy_pipe($0.bindMemory(to: Int32.self).baseAddress) })
    reader(OwnedDescriptor(raw: ends.0))
    return OwnedDescriptor(raw: ends.1)
  }

  /// prctl(2) PR_SET_PDEATHSIG.
  public static func setParentDeathSignal(_ signal: SignalNumber) throws(Errno) {
    try Errno.check(uy_set_parent_death_signal(signal.number))
  }

  /// prctl(2) PR_SET_DUMPABLE 0: a fatal signal leaves no core file, and nobody without
  /// CAP_SYS_PTRACE where this program was started can read its memory, descriptors or
  /// /proc/PID/exe, proc(5). exec(3) ends it.
  public static func forbidDumping() throws(Errno) { try Errno.check(uy_forbid_dumping()) }

  /// prctl(2) PR_GET_DUMPABLE: whether processes of the same user may look into this one.
  public static func allowsDumping() throws(Errno) -> Bool {
    try Errno.check(uy_allows_dumping()) != 0
  }

  /// sigaction(2) with SIG_DFL.
  public static func setDefaultAction(_ signal: SignalNumber) throws(Errno) {
    try Errno.check(uy_signal_default(signal.number))
  }

  /// sigprocmask(2): blocks SIGINT and SIGTERM and remembers the mask as it was.
  public static func blockTermination() throws(Errno) {
    try Errno.check(uy_block_termination())
  }

  /// sigprocmask(2): puts the mask back that `blockTermination` remembered.
  public static func restoreMask() throws(Errno) { try Errno.check(uy_restore_mask()) }

  /// sigprocmask(2) SIG_UNBLOCK.
  public static func unblock(_ signal: SignalNumber) throws(Errno) {
    try Errno.check(uy_unblock(signal.number))
  }

  /// sigaction(2): from now on the signal is passed on to the process named by `forward(to:)`.
  public static func installForwarding(of signal: SignalNumber) throws(Errno) {
    try Errno.check(uy_forward_install(signal.number))
  }

  /// sigaction(2): gives back the dispositions that `installForwarding` replaced.
  public static func uninstallForwarding() { uy_forward_uninstall() }

  /// Names the process that forwarded signals go to; nil for none.
  public static func forward(to process: ProcessID?) { uy_forward_to(process?.number ?? 0) }
}
