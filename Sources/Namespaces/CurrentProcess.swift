public import Bytes
import CNamespaces
import Kernel
public import NamespaceValues

/// This process, from inside: what a child of `clone`, or a program after `unshare(_:)`, does with its
/// namespaces.
public enum CurrentProcess {
  /// getpid(2): the number in its own PID namespace.
  public static var process: ProcessID { Calls.ownProcess }

  /// getppid(2): 0 where the parent is outside of the PID namespace.
  public static var parent: ProcessID { Calls.parentProcess }

  /// Whether it has more than one thread: then it can make no user namespace, enter no user or time namespace, and run no
  /// Swift code in a child. True also where a filter of seccomp(2) hides the answer.
  public static var hasSeveralThreads: Bool { un_has_threads() != 0 }

  /// A namespace of the calling thread, /proc/thread-self/ns.
  public static func namespace(
    _ kind: NamespaceKind
  ) throws(NamespaceError) -> NamespaceHandle {
    try open(kind, kind.name)
  }

  /// The PID or time namespace that the next children of the calling thread will be in, namespaces(7).
  public static func namespaceForChildren(
    _ kind: NamespaceKind
  ) throws(NamespaceError) -> NamespaceHandle {
    try open(kind, kind.persistentName)
  }

  private static func open(
    _ kind: NamespaceKind, _ name: StaticString
  ) throws(NamespaceError) -> NamespaceHandle {
    guard isProcReal else { throw .namespace(kind, .noEntry) }
    // Whatever lies there does not keep this thread waiting.
    let opened = try attempt(Kernel.NamespaceHandle(given: "/proc/thread-self/ns/\(name)")) {
      .namespace(kind, $0)
    }
    return try NamespaceHandle(opened, kind)
  }

  /// Becomes another program: execve(2). Returns only when it failed. What is kept back by stdio(3) is written before.
  ///
  /// Where it fails, descriptors of `Program.descriptors` and the working directory may be changed already, and all others
  /// above 2 are close-on-exec.
  public static func execute(_ program: Program) -> NamespaceError {
    do throws(NamespaceError) {
      let prepared = try PreparedProgram(program)
      let fault = prepared.withPrepared(report: -1) { un_become($0) }
      return prepared.failure(un_fault(step: fault.step, error: -fault.error))
    } catch {
      return error
    }
  }

  /// Has the kernel send a signal to this process when the thread that made it ends: prctl(2) PR_SET_PDEATHSIG. In a child of
  /// `clone` with a function, the parent has one thread. It ends with the next set-user-ID program.
  /// - Throws: `.endWithParent` with ESRCH where the parent is not the one that was named any more.
  /// - Parameters:
  ///   - signal: SIGKILL for one that cannot be ignored.
  ///   - parent: what `CurrentProcess.parent` is expected to be; not compared where nil. In a new PID namespace it is 0, for the
  ///     parent has no number there.
  public static func endWithParent(
    _ signal: SignalNumber = .kill, parent: ProcessID? = nil
  ) throws(NamespaceError) {
    try attempt(Calls.setParentDeathSignal(signal)) { .endWithParent($0) }
    // Had it ended before, there would never be a signal.
    if let parent, Calls.parentProcess != parent { throw .endWithParent(.noProcess) }
  }
}

// MARK: Settings of its namespaces

extension CurrentProcess {
  /// The host name in its UTS namespace, uname(2).
  public static var hostName: ByteString {
    var name = [CChar](repeating: 0, count: 256)
    un_host_name(&name, name.count)
    return name.withUnsafeBufferPointer { ByteString(cString: $0.baseAddress!) }
  }

  /// sethostname(2): at most 64 bytes. Of the UTS namespace that the calling thread is in: without a new one this is the
  /// name of the machine.
  public static func setHostName(_ name: ByteString) throws(NamespaceError) {
    try attempt(Calls.setHostName(name)) { .setName(name, $0) }
  }

  /// setdomainname(2), the NIS domain: at most 64 bytes. Of the UTS namespace that the calling thread is in, as the host name.
  public static func setDomainName(_ name: ByteString) throws(NamespaceError) {
    try attempt(Calls.setDomainName(name)) { .setName(name, $0) }
  }

  /// Brings `lo` up in its network namespace, netdevice(7): in a new one it is down.
  public static func bringLoopbackUp() throws(NamespaceError) {
    try attempt(Calls.bringLoopbackUp()) { .bringLoopbackUp($0) }
  }

  /// How mounts at and below a path travel to and from other mount namespaces, mount_namespaces(7). In a new
  /// mount namespace everything propagates as in the old one, unless a user namespace was made with it: with `.private`, or
  /// `.slave`, first, nothing that is mounted there appears outside.
  public static func setMountPropagation(
    _ propagation: MountPropagation, below path: ByteString = "/"
  ) throws(NamespaceError) {
    try attempt(Calls.setPropagation(propagation, below: path)) { .mount(path, $0) }
  }

  /// Mounts the proc(5) of its PID namespace, with nosuid, noexec and nodev. Before it `setMountPropagation(.private)`, or it
  /// appears outside as well.
  public static func mountProc(at path: ByteString = "/proc") throws(NamespaceError) {
    try attempt(Calls.mountKernelFileSystem("proc", at: path)) { .mount(path, $0) }
  }

  /// Writes an id map of its user namespace, which may hold nothing but its own id outside:
  /// /proc/self/uid_map, user_namespaces(7). Before the map of groups `writeSetgroups(.deny)`.
  public static func writeIDMap(
    _ kind: IDMapKind, _ mapping: IDMapping
  ) throws(NamespaceError) {
    try write(mapping.line, to: "/proc/self/\(kind.fileName)")
  }

  /// /proc/self/setgroups, user_namespaces(7).
  public static func writeSetgroups(_ policy: SetgroupsPolicy) throws(NamespaceError) {
    try write("\(policy.word)", to: "/proc/self/setgroups")
  }

  /// An offset of the time namespace that the next child of the calling thread will be in, after `unshare(.time)` and
  /// before that child: /proc/PID/timens_offsets, time_namespaces(7).
  public static func setClockOffset(_ offset: ClockOffset) throws(NamespaceError) {
    // /proc/self means the first thread, and /proc/thread-self has no such file.
    try write(offset.line, to: "/proc/\(un_thread_in_proc())/timens_offsets")
  }

  private static func write(
    _ text: ByteString, to path: ByteString
  ) throws(NamespaceError) {
    guard isProcReal else { throw .open(path, .noEntry) }
    try writeSetting(text, to: path)
  }
}
