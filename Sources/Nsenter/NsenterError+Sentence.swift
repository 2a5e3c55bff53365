public import Bytes
import Host
import Kernel
import LaunchOptions
import NamespaceValues
import Options
import Targets

extension NsenterError {
  /// What follows `NAME: `, in the original's words.
  public var sentence: ByteString {
    switch self {
    case .usage(let fault): fault.sentence
    case .launch(let error): error.sentence
    case .process: "invalid PID argument"
    case .socketNumber(let text, let fault):
      "failed to parse file descriptor: '\(text)'\(fault.suffix)"
    case .namespaceID(let text): "failed to parse nsid: \(text)"
    case .unknownKind(let word): "unknown namespace type: '\(word)'"
    case .exceptWithoutAll: "--except needs --all"
    case .outerWithoutProgram: "--exec-outer needs a program"
    case .exclusive(let first, let second):
      "options \(nsenterOptions.name(of: first)) and \(nsenterOptions.name(of: second)) cannot be combined"

    case .named(let error): error.sentence
    case .identify(let process, let errno):
      "failed to obtain a valid file descriptor for PID \(process.number): \(errno.text)"
    case .inode(let errno): "failed to statx() pidfd: \(errno.text)"
    case .membersDiffer(let namespace, let kind, _):
      "processes in \(namespace) differ in \(kind.name)"
    case .noTarget: "no target PID specified"
    case .nothingSupplied(let name):
      "neither filename nor target pid supplied for \(name.text)"
    case .readUserNamespace(let process, let errno):
      "stat of /proc/\(process.number)/ns/user failed: \(errno.text)"

    case .open(let path, let errno), .openPidfile(let path, let errno):
      "cannot open \(path): \(errno.text)"
    case .noSuchNumber(let path, _): NsenterError.open(path, .noEntry).sentence
    case .readEnvironment(let errno): "failed to get environment variables: \(errno.text)"
    case .namespaceHandles(let errno): "failed to fill namespace file handle: \(errno.text)"
    case .openNamespaceID(let id, let errno):
      "cannot open namespace of id \(id): \(errno.text)"
    case .parentNamespace(let errno): "failed to open parent namespace: \(errno.text)"
    case .noNamespace: "no namespace specified"

    case .openTarget(let process, let errno):
      "failed to pidfd_open() for \(process.number): \(errno.text)"
    case .copySocket(let target, let number, let errno):
      "pidfd_getfd(\(target), \(number)): \(errno.text)"
    case .examineSocket(let number, let errno): "fstat(\(number)): \(errno.text)"
    case .socketNamespace(let number, let errno):
      "ioctl(\(number), SIOCGSKNS): \(errno.text)"

    case .cgroupFileSystem(let errno): "statfs /sys/fs/cgroup failed: \(errno.text)"
    case .noCgroup2: "--join-cgroup is only supported in cgroup v2"
    case .cgroupPath(let errno?): "failed to get cgroup path: \(errno.text)"
    case .cgroupPath(nil): "failed to get cgroup path"
    case .cgroupProcesses(let errno): "failed to open cgroup.procs: \(errno.text)"

    case .execute(let name, let errno): "failed to execute \(name): \(errno.text)"
    case .isScript(let name): "\(name) is a script; --exec-outer needs a program"
    case .isNoProgram(let name): "\(name) is no program"

    case .noTargetForContext: "no target PID specified for --follow-context"
    case .readContext(let process): "failed to get \(process.number) SELinux context"
    case .setContext(let context): "failed to set exec context to '\(context.safe)'"
    }
  }

  /// The lines after the first one.
  public var lines: [ByteString] {
    switch self {
    case .membersDiffer(_, _, let lines): lines
    case .named(let error): error.lines
    default: []
    }
  }
}
