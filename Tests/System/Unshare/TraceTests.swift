import Harness
import Testing

/// The order of system calls of whole command lines, held against what the original does (its
/// traces T1 to T24 in our notation; "helper watches" is what D-01 adds).
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("strace") != nil, "strace is not installed"))
struct TraceTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let user: Sandbox.User
    let options: String
    let calls: [String: [String]]
    var testDescription: String { options }
  }

  private static let start = "sigaction(SIGCHLD, SIG_DFL)"
  private static let exec = "execve(\"/usr/bin/true\", [\"true\"])"
  private static let watch = "prctl(PR_SET_PDEATHSIG, SIGKILL)"
  private static let eventfd = "eventfd2(0, EFD_CLOEXEC)"
  private static let go = "write(eventfd, 6)"
  private static let told = "read(eventfd) -> 6"
  private static let block = "sigprocmask(SIG_BLOCK, [INT TERM])"
  private static let unmask = "sigprocmask(SIG_SETMASK, [])"
  private static let makePrivate = "mount(\"none\", \"/\", NULL, MS_REC|MS_PRIVATE, NULL)"

  private static func own(_ file: String, _ text: String) -> [String] {
    ["open(\"/proc/self/\(file)\", O_WRONLY|O_CLOEXEC)", "write(\"\(text)\")"]
  }
  private static func kernelFiles(_ type: String, _ path: String) -> String {
    "mount(\"\(type)\", \"\(path)\", \"\(type)\", MS_NOSUID|MS_NODEV|MS_NOEXEC, NULL)"
  }
  private static let mapRoot =
    own("uid_map", "0 1001 1") + own("setgroups", "deny") + own("gid_map", "0 1001 1")
  private static let binfmt = "/proc/sys/fs/binfmt_misc"

  static let examples: [Example] = [
    Example(
      user: .root, options: "-m",
      calls: ["P": [start, "unshare(CLONE_NEWNS)", makePrivate, exec]]),
    Example(
      user: .tester, options: "-r",
      calls: ["P": [start, "unshare(CLONE_NEWUSER)"] + mapRoot + [exec]]),
    Example(
      user: .root, options: "--map-users 0:100000:10 --map-groups 0:100000:10 -r",
      calls: [
        "P": [
          start, eventfd, "fork() -> <A>", "unshare(CLONE_NEWUSER)", go,
          "waitpid(<A>) -> exited 0", exec,
        ],
        "A": [
          watch, told, "open(\"/proc/<P>/uid_map\", O_WRONLY|O_CLOEXEC)",
          "write(\"0 0 1\\n1 100000 9\\n\")",
          "open(\"/proc/<P>/gid_map\", O_WRONLY|O_CLOEXEC)",
          "write(\"0 0 1\\n1 100000 9\\n\")",
        ],
      ]),
    Example(
      user: .root, options: "-fp --mount-proc --kill-child",
      calls: [
        "P": [
          start, "unshare(CLONE_NEWNS|CLONE_NEWPID)", block, "pidfd_open(<P>, 0)",
          "fork() -> <A>", "waitpid(<A>) -> exited 0",
        ],
        "A": [unmask, watch, "poll(POLLIN, 0)", makePrivate, kernelFiles("proc", "/proc"), exec],
      ]),
    Example(
      user: .root, options: "--uts=$T/f",
      calls: [
        "P": [
          start, "unshare(CLONE_NEWUTS)",
          "mount(\"/proc/<P>/ns/uts\", \"$T/f\", NULL, MS_BIND, NULL)", exec,
        ]
      ]),
    Example(
      user: .root, options: "--mount=$T/f --uts=$T/g",
      calls: [
        "P": [
          start, eventfd, "fork() -> <A>", "unshare(CLONE_NEWNS|CLONE_NEWUTS)", go,
          "waitpid(<A>) -> exited 0", makePrivate, exec,
        ],
        "A": [
          watch, told, "mount(\"/proc/<P>/ns/uts\", \"$T/g\", NULL, MS_BIND, NULL)",
          "mount(\"/proc/<P>/ns/mnt\", \"$T/f\", NULL, MS_BIND, NULL)",
        ],
      ]),
    Example(
      user: .root, options: "-f --pid=$T/f",
      calls: [
        "P": [
          start, "unshare(CLONE_NEWPID)", block, "fork() -> <A>",
          "mount(\"/proc/<P>/ns/pid_for_children\", \"$T/f\", NULL, MS_BIND, NULL)",
          "waitpid(<A>) -> exited 0",
        ],
        "A": [unmask, exec],
      ]),
    Example(
      user: .root, options: "--user=$T/f -r",
      calls: [
        "P": [
          start, eventfd, "fork() -> <A>", "unshare(CLONE_NEWUSER)", go,
          "waitpid(<A>) -> exited 0",
        ] + own("uid_map", "0 0 1") + own("setgroups", "deny") + own("gid_map", "0 0 1")
          + [exec],
        "A": [
          watch, told, "mount(\"/proc/<P>/ns/user\", \"$T/f\", NULL, MS_BIND, NULL)",
        ],
      ]),
    Example(
      user: .root, options: "-T --boottime 100 --monotonic -5",
      calls: [
        "P": [start, "unshare(CLONE_NEWTIME)"] + own("timens_offsets", "7 100 0")
          + own("timens_offsets", "1 -5 0") + [exec]
      ]),
    Example(
      user: .root,
      options: "--owner 1001:1001 --map-users 0:100000:10 --map-groups 0:100000:10 -r -S 0 -G 0",
      calls: [
        "P": [
          start, eventfd, "fork() -> <A>", "setgroups(0, NULL)", "setgid(1001)", "setuid(1001)",
          "unshare(CLONE_NEWUSER)", go, "waitpid(<A>) -> exited 0", "setgroups(0, NULL)",
          "setgid(0)", "setuid(0)", exec,
        ],
        "A": [
          watch, told, "open(\"/proc/<P>/uid_map\", O_WRONLY|O_CLOEXEC)",
          "write(\"0 0 1\\n1 100000 9\\n\")",
          "open(\"/proc/<P>/gid_map\", O_WRONLY|O_CLOEXEC)",
          "write(\"0 0 1\\n1 100000 9\\n\")",
        ],
      ]),
    Example(
      user: .root,
      options: "-m --propagation slave --root / --wd /etc --mount-proc -S 1001 -G 1001",
      calls: [
        "P": [
          start, "unshare(CLONE_NEWNS)", "mount(\"none\", \"/\", NULL, MS_REC|MS_SLAVE, NULL)",
          "chroot(\"/\")", "chdir(\"/etc\")", kernelFiles("proc", "/proc"),
          "setgroups(0, NULL)", "setgid(1001)", "setuid(1001)", exec,
        ]
      ]),
    Example(
      user: .root, options: "-m --propagation unchanged --mount-proc=/mnt",
      calls: [
        "P": [
          start, "unshare(CLONE_NEWNS)",
          "mount(\"none\", \"/mnt\", NULL, MS_REC|MS_PRIVATE, NULL) -> -1 EINVAL",
          kernelFiles("proc", "/mnt"), exec,
        ]
      ]),
    Example(
      user: .tester, options: "-rfp -R / -l :x:M::ABCD::/bin/true:F",
      calls: [
        "P": [
          start, "unshare(CLONE_NEWNS|CLONE_NEWUSER|CLONE_NEWPID)", block, "fork() -> <A>",
          "waitpid(<A>) -> exited 0",
        ],
        "A": [unmask] + mapRoot + [
          makePrivate, kernelFiles("binfmt_misc", binfmt),
          "open(\"\(binfmt)\", O_RDONLY|O_CLOEXEC|O_PATH|O_DIRECTORY)",
          "open(DIR, \"register\", O_WRONLY|O_CLOEXEC)", "write(\":x:M::ABCD::/bin/true:F\")",
          "chroot(\"/\")", "chdir(\"/\")", kernelFiles("proc", "/proc"),
          kernelFiles("binfmt_misc", binfmt), exec,
        ],
      ]),
    Example(
      user: .tester, options: "-U --setgroups deny",
      calls: ["P": [start, "unshare(CLONE_NEWUSER)"] + own("setgroups", "deny") + [exec]]),
    Example(
      user: .tester, options: "-r -G 0",
      calls: [
        "P": [start, "unshare(CLONE_NEWUSER)"] + mapRoot + [
          "setgroups(0, NULL) -> -1 EPERM",
          "write(\"unshare: setgroups failed: Operation not permitted\\n\")",
        ]
      ]),
    Example(
      user: .root, options: "--forward-signals",
      calls: [
        "P": [
          start, "unshare(0)", block, "sigaction(SIGTERM, handler, SA_RESTART)",
          "sigaction(SIGINT, handler, SA_RESTART)", "fork() -> <A>", unmask,
          "waitpid(<A>) -> exited 0",
        ],
        "A": ["sigaction(SIGTERM, SIG_DFL)", "sigaction(SIGINT, SIG_DFL)", unmask, exec],
      ]),
  ]

  @Test(arguments: examples)
  func order(example: Example) {
    let outcome = Place.run(
      "touch f g; strace -f -qq -s 200 -o log -e trace=rt_sigaction,unshare,mount,eventfd2,clone,fork,"
        + "write,read,openat,wait4,execve,kill,rt_sigprocmask,pidfd_open,poll,prctl,setgroups,"
        + "setgid,setuid,chroot,chdir,capset $BIN/unshare \(example.options) /usr/bin/true 2>err;"
        + " sed \"s,$T,\\$T,g\" log",
      as: example.user)
    var calls = Trace.processes(of: outcome.stdoutText)
    for name in calls.keys {
      // The first call of all is strace's own start of the program; what follows the program's
      // start is the program's.
      if name == "P" { calls[name]?.removeFirst() }
      if let end = calls[name]?.lastIndex(where: { $0.contains("/usr/bin/true\", [") }) {
        calls[name]?[end] = Self.exec
        calls[name]?.removeSubrange((end + 1)...)
      }
      calls[name] = calls[name]?.map { call in
        // A descriptor's number is no part of the order.
        call.hasPrefix("open(") && !call.hasPrefix("open(\"")
          ? "open(DIR\(call.drop { $0 != "," })" : call
      }
    }
    for (name, expected) in example.calls {
      #expect(calls[name] == expected, "process \(name) of \(example.options)")
    }
    #expect(Set(calls.keys) == Set(example.calls.keys))
  }
}
