import Harness
import Testing

/// Probes where hardly anything can be found out, or somebody wants them to wait or to lie. What is said
/// first, and the status, stay as they are without hints; `Advice` compares.
@Suite(.enabled(if: canSandbox, needsRoot)) struct BadWeatherTests {
  private static let empty =
    "the word for the program is empty; perhaps a variable in it is not set"

  /// Somebody else put something else at /proc, or at what is read there of this very process.
  @Test(arguments: [
    "mount -t tmpfs none /proc", "mount -t proc -o hidepid=2 none /proc", "umount -l /proc",
    "mount --bind /proc/$$ /proc", "mkfifo f; mount --bind f /proc/$$/status",
    "mkfifo f; mount --bind f /proc/sys/user/max_net_namespaces",
    "mkfifo f; for n in uid_map gid_map setgroups mountinfo; do mount --bind f /proc/$$/$n; done",
    "mount -t tmpfs none /proc/$$", "mount -t tmpfs none /proc/sys",
    "yes Seccomp: 2 | head -c 3000000 >f; mount --bind f /proc/$$/status",
    "mount --bind /dev/zero /proc/$$/status", "mount -t tmpfs none /sys",
  ])
  func whateverLiesAtProc(_ weather: String) {
    for (command, sentence) in [
      ("unshare -u ''", Self.empty),
      ("capsh --drop=cap_sys_admin -- -c 'exec unshare -n true'", nil),
      ("nsenter --uts=u -m ''", nil),
    ] {
      let advice = Advice(
        "touch u; mount --bind /proc/self/ns/uts u; \(weather)\nexec \(command)")
      if let sentence { #expect(advice.sentences == [sentence], "\(weather)") }
      #expect(advice.outcome.ending != .timedOut, "\(weather): \(command)")
      // A filter that is not there is not blamed.
      #expect(
        !advice.sentences.contains { $0.contains("seccomp") }, "\(weather): \(advice.sentences)")
    }
  }

  /// Calls that probes make are refused.
  @Test(
    .enabled(if: findTool("strace") != nil, "strace is not installed"),
    arguments: [
      "statx", "openat2", "readlinkat", "capget", "uname", "fstatfs", "getppid", "prctl",
    ],
    ["EPERM", "ENOSYS"])
  func whateverIsRefused(_ call: String, _ error: String) {
    for command in [
      "unshare -u ''", "nsenter -t $P -m -u nosuch", "unshare -u ./d", "unshare -u nosuch",
    ] {
      let advice = Advice(
        """
        mkdir d; unshare -m sleep 60 >/dev/null & P=$!
        until grep -q sleep /proc/$P/comm; do sleep 0.02; done
        strace -f -qq -o /dev/null -e trace=none -e inject=\(call):error=\(error) \(command)
        s=$?; kill $P; exit $s
        """)
      #expect(advice.sentences.count <= 1)
    }
  }

  /// The attacker is the target, whose /proc never answers.
  @Test(.enabled(if: HungFuse.missing == nil, "needs /dev/fuse and python3"))
  func aHungProcIsNotWaitedFor() {
    let outcome = Jail.run(
      """
      export UNYOKE_HINTS=always
      mount -t tmpfs none /mnt; cd /mnt
      \(HungFuse.functions)
      mkdir f; serve /mnt/f; touch hold; mkfifo go
      unshare -m sh -c 'mount --bind /mnt/f /proc; : >go; exec 9<>hold; sleep 1000' >/dev/null 2>&1 & P=$!
      : <go; hang
      bounded nsenter -t $P -m nosuch
      bounded nsenter -t $P -m ''
      bounded nsenter -t $P -m -W/nosuch true
      kill -KILL $servers
      """)
    let lines = outcome.stdoutText.split(separator: "\n")
    #expect(
      lines.filter { $0.hasPrefix("status ") } == ["status 127", "status 127", "status 1"],
      "\(outcome)")
    #expect(lines.contains { $0.hasPrefix("nsenter: hint: nosuch was looked up inside") })
  }

  /// The attacker is the target, on whose PATH lies a file system that never answers: the program's folder
  /// has been looked at by exec(3) when it still did, and is not asked again.
  @Test(.enabled(if: HungFuse.missing == nil, "needs /dev/fuse and python3"))
  func aHungFolderIsNotAsked() {
    let outcome = Jail.run(
      """
      export UNYOKE_HINTS=always
      mount -t tmpfs none /mnt; cd /mnt
      \(HungFuse.functions)
      mkdir f usr; serve /mnt/f; mkfifo go
      mkdir usr/bin usr/sbin; mkfifo hold
      unshare -m bash -c 'mount --bind f usr/sbin; mount --rbind usr /usr; : >go; exec 9<>hold; read -r _ <&9' \
        >/dev/null 2>&1 & P=$!
      : <go; hang
      PATH=$BIN:/usr/bin bounded nsenter -t $P -m nosuch
      kill -KILL $servers
      """)
    let lines = outcome.stdoutText.split(separator: "\n")
    // /usr/sbin is one of the usual folders.
    #expect(lines.contains("status 127"), "\(outcome)")
    #expect(
      lines.contains { $0.hasPrefix("nsenter: hint: nosuch was looked up inside") }, "\(outcome)")
  }

  /// The attacker is whoever has a user namespace: an overlay that he mounted may lie over a server of his.
  /// It is not looked into; one that root of the machine mounted is.
  @Test func anOverlayIsOnlyRootsToTrust() {
    let outcome = Jail.run(
      """
      export UNYOKE_HINTS=always
      mount -t tmpfs none /mnt; cd /mnt; mkfifo go hold; mkdir empty
      # Its name, and the options that make its namespaces.
      inside() {
        name=$1; shift; export name
        mkdir -p $name/bin $name/o; printf '#!/nowhere\\n' >$name/bin/tool; chmod +x $name/bin/tool
        unshare "$@" -m bash -c 'cd $name; mount -t overlay -o lowerdir=.:../empty none o
          mount --move o /usr; echo $? >../go; exec 9<>../hold; read -r _ <&9' >/dev/null & P=$!
        read -r status <>go
        PATH=$BIN:/usr/bin nsenter -t $P -m tool 2>&1 | grep hint
      }
      inside root --uts; inside user -r
      """)
    let lines = outcome.stdoutText.split(separator: "\n")
    #expect(
      lines == [
        "nsenter: hint: /usr/bin/tool is there, but not its interpreter /nowhere",
        "nsenter: hint: /usr/bin/tool is there; probably the interpreter or loader that it names is not",
      ], "\(outcome)")
  }

  /// The attacker is whoever has mounted his own file system, or nobody, where a file server died: it lies
  /// where only a probe looks. Without hints every one of these ends at once.
  @Test(
    .enabled(if: HungFuse.missing == nil, "needs /dev/fuse and python3"),
    arguments: [
      ("/usr/local/sbin", "unshare -n nosuchprog"),
      ("/usr/local/sbin", "unshare --explain -n nosuchprog"),
      ("/mnt/f", "nsenter -n /mnt/f/x"), ("/mnt/f", "nsenter -n f/x"),
      ("/mnt/f", "nsenter -n ../mnt/f/x/y"), ("/mnt/f", "nsenter -t 1 f/x"),
      ("/run", "nsenter --net=blue true"), ("/run", "nsenter -n blue"),
      ("/sys/fs", "setpriv --reuid 1001 --regid 1001 --clear-groups unshare -n /nosuch"),
      ("/sys/fs", "unshare -U /nosuch"),
    ])
  func aHungPlaceIsNotAsked(_ place: String, _ command: String) {
    let outcome = Jail.run(
      """
      mount -t tmpfs none /mnt; cd /mnt
      \(HungFuse.functions)
      mkdir -p f \(place)
      serve \(place); PATH=$BIN:/usr/bin; hang
      for hints in never always; do
        export UNYOKE_HINTS=$hints; bounded \(command) </dev/null | grep -v -e ': hint: ' >$hints
      done
      cat never; cmp never always && echo same
      kill -KILL $servers
      """)
    let text = outcome.stdoutText
    #expect(text.hasSuffix("same\n") && text.contains("status "), "\(outcome)")
  }

  /// A probe starts nothing, writes nothing but hints, and opens nothing to be written.
  @Test(
    .enabled(if: findTool("strace") != nil, "strace is not installed"),
    arguments: [
      "unshare -u nosuch", "unshare -u ./d", "unshare -u ''", "nsenter -t $P -m -u nosuch",
      "nsenter -t $P -m -p nosuch", "capsh --drop=cap_sys_admin -- -c 'exec unshare -n true'",
      "unshare --mount=./nosuch true", "nsenter -t 4194304 -m true",
    ])
  func probesOnlyRead(_ command: String) {
    let outcome = Place.run(
      """
      mkdir d; unshare -m -p -f sleep 60 >/dev/null &
      until P=$(pgrep -P $! -x sleep); do sleep 0.02; done
      export UNYOKE_HINTS=always; strace -f -qq -o t \(command) 2>/dev/null; kill -KILL $P
      sed -n '/write(2, "[a-z]*: /,$p' t
      """)
    let lines = outcome.stdoutText.split(separator: "\n").map { line in
      line.drop { $0.isNumber || $0 == " " }
    }
    #expect(lines.count > 20, "\(outcome)")
    for line in lines {
      let call = line.prefix { $0 != "(" }
      switch call {
      case "write": #expect(line.hasPrefix("write(2, "), "\(line)")
      case "openat": #expect(line.contains("O_RDONLY") || line.contains("O_PATH"), "\(line)")
      case "mount": #expect(line.hasPrefix("mount(NULL, NULL, NULL, 0, NULL)"), "\(line)")
      case "unshare": #expect(line.hasPrefix("unshare(0)"), "\(line)")
      case "setns": #expect(line.hasPrefix("setns(-1, 0)"), "\(line)")
      default:
        for other in [
          "clone", "fork", "exec", "unlink", "mkdir", "rename", "chmod", "kill", "poll", "link(",
        ] {
          #expect(!call.contains(other), "\(line)")
        }
      }
    }
  }
}
