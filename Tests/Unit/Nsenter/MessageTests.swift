import Bytes
import NamespaceValues
import Testing

@testable import Nsenter

/// The original's sentences that no recorded case can provoke on every machine.
struct MessageTests {
  @Test(
    arguments: [
      (.inode(.notPermitted), "failed to statx() pidfd: Operation not permitted"),
      (
        .namespaceHandles(.notSupported),
        "failed to fill namespace file handle: Operation not supported"
      ),
      (
        .openNamespaceID(12, .notPermitted),
        "cannot open namespace of id 12: Operation not permitted"
      ),
      (.examineSocket(4, .badDescriptor), "fstat(4): Bad file descriptor"),
      (
        .copySocket(target: 3, number: 9, .notPermitted),
        "pidfd_getfd(3, 9): Operation not permitted"
      ),
      (.socketNamespace(4, .notPermitted), "ioctl(4, SIOCGSKNS): Operation not permitted"),
      (.openTarget(ProcessID(7), .noProcess), "failed to pidfd_open() for 7: No such process"),
      (.cgroupFileSystem(.noEntry), "statfs /sys/fs/cgroup failed: No such file or directory"),
      (.cgroupPath(.noProcess), "failed to get cgroup path: No such process"),
      (.cgroupPath(nil), "failed to get cgroup path"),
      (.cgroupProcesses(.accessDenied), "failed to open cgroup.procs: Permission denied"),
      (.readEnvironment(.noProcess), "failed to get environment variables: No such process"),
      (.noTargetForContext, "no target PID specified for --follow-context"),
      (.readContext(ProcessID(7)), "failed to get 7 SELinux context"),
      (.setContext("a:b:c"), "failed to set exec context to 'a:b:c'"),
      (.nothingSupplied(.nothing), "neither filename nor target pid supplied for "),
    ] as [(NsenterError, String)])
  func sentences(error: NsenterError, sentence: String) {
    #expect(text(error.sentence) == sentence)
  }
}
