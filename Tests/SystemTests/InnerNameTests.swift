import Harness
import Testing

/// Names that are looked up inside. The attacker is whoever made the files in there: a link into
/// /proc/self/fd, to /proc/self/cwd or to another process's directory makes such a name lead out
/// (the class of CVE-2024-21626).
@Suite(.enabled(if: canSandbox, needsRoot)) struct InnerNameTests {
  /// $P has a mount namespace of its own; $T/srv is the name that its user may choose.
  private static let target = "unshare -m sleep 60 >/dev/null 2>&1 & P=$!; sleep 0.3; cd /"
  private static let outside = "is outside of the root directory"

  /// Whichever number our descriptors have: none leads out.
  @Test(arguments: ["-r", "-e", "-S follow -G follow", "-r -e -S follow", "-c", "-U -p"])
  func noDescriptorOfOursLeadsOut(options: String) {
    let outcome = Place.run(
      "\(Self.target); for n in $(seq 3 80); do ln -sfn /proc/self/fd/$n $T/srv;"
        + " nsenter -t $P -m \(options) -W$T/srv sh -c 'echo \"ran in $(readlink /proc/self/cwd)\"';"
        + " done 2>&1 | sort | uniq -c; kill $P")
    #expect(!outcome.stdoutText.contains("ran"), "\(options): \(outcome.stdoutText)")
    #expect(outcome.stdoutText.contains("nsenter: "), "\(outcome)")
  }

  /// An inherited descriptor, and another process's directory.
  @Test(arguments: ["/proc/self/fd/9", "/proc/$$/cwd", "/proc/$$/root/etc"])
  func noLinkLeadsOut(link: String) {
    let outcome = Place.run(
      "\(Self.target); exec 9</; ln -sfn \(link) $T/srv;"
        + " nsenter -t $P -m -W$T/srv echo ran; echo $?; kill $P")
    #expect(outcome.stdoutText == "1\n", "\(link)")
    #expect(outcome.stderrText.hasSuffix("/srv \(Self.outside)\n"), "\(outcome.stderrText)")
  }

  /// What stays inside is entered, and where no name is the target's, any directory is.
  @Test(arguments: [
    "-m -W$T/srv", "-m -r -W$T", "-m -W/proc/self/root$T", "-m -W/proc/$P/root/$T",
    "-u/proc/self/ns/uts -W/proc/self/fd/9", "-m -w/proc/self/fd/9",
  ])
  func whatStaysInsideIsEntered(options: String) {
    let outcome = Place.run(
      "\(Self.target); exec 9<$T; ln -sfn . $T/srv; nsenter -t $P \(options) echo ran; kill $P")
    #expect(outcome.stdoutText == "ran\n", "\(options): \(outcome.stderrText)")
  }

  /// A root that somebody else made, with a /proc in it.
  private static let root =
    "mkdir r; mount --bind / r; mount -t proc proc r/proc; exec 9</; ln -sfn . in; cd /usr"

  @Test(arguments: ["/proc/self/cwd", "/proc/self/fd/9", "/proc/$$/cwd"])
  func noLinkLeadsOutOfANewRoot(link: String) {
    for options in ["", "-f", "-m"] {
      let outcome = Place.run(
        "\(Self.root); ln -sfn \(link) $T/srv; unshare \(options) -R $T/r -w $T/srv echo ran; echo $?"
      )
      #expect(outcome.stdoutText == "1\n", "\(options) \(link)")
      #expect(outcome.stderrText.hasSuffix("/srv \(Self.outside)\n"), "\(outcome.stderrText)")
    }
  }

  /// A relative name begins outside, as it does with the original.
  @Test(arguments: ["/usr", "$T/in", "/proc/self/root/usr", "."])
  func otherDirectoriesOfANewRoot(directory: String) {
    let outcome = Place.run("\(Self.root); unshare -R $T/r -w \(directory) echo ran")
    #expect(outcome.stdoutText == "ran\n", "\(directory): \(outcome.stderrText)")
  }
}

/// A program inside can name /proc/self/fd/N as its interpreter, which the kernel opens before it
/// closes what is close-on-exec: nothing of ours is open by then.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("strace") != nil, "strace is not installed"))
struct OpenAtExecTests {
  @Test(arguments: [
    "nsenter -t $P -n -u -r -w -e -S follow", "nsenter -t $P -p --kill-child -r",
    "nsenter -t $P -a --forward-signals --kill-child -r -W/", "nsenter -n/proc/$P/ns/net -w/",
    "nsenter -t $P -n -N 9", "unshare -r", "unshare -fp --kill-child -R / -w /usr",
    "unshare -m --uts=$T/f -fp --kill-child", "unshare --map-users 0:0:10 --map-groups 0:0:10",
  ])
  func nothingIsOpen(command: String) {
    let outcome = Place.run(
      "touch f; \(NsenterFaultTests.target);"
        + " strace -f -qq -o log \(command) /bin/true; echo $? >&2; cat log; \(NsenterFaultTests.end)",
      setup: ["printf 'root:0:10\n' >s; mount --bind s /etc/subuid; mount --bind s /etc/subgid"])
    #expect(outcome.stderrText == "0\n", "\(command)")
    let lines = outcome.stdoutText.split(separator: "\n").map(String.init)
    guard let exec = lines.lastIndex(where: { $0.contains(" execve(\"/bin/true\"") }) else {
      Issue.record("\(command): no program was started: \(lines.suffix(5))")
      return
    }
    #expect(Self.open(in: lines, before: exec).isEmpty, "\(command)")
  }

  /// The descriptors above 2 of the process that makes the call of a line, without those it
  /// inherited from the shell.
  private static func open(in lines: [String], before end: Int) -> Set<Int> {
    func process(_ line: String) -> Substring { line.prefix { $0.isNumber } }
    func result(_ line: String) -> Int? {
      line.split(separator: "=").last.flatMap { Int($0.drop { $0 == " " }.prefix { $0.isNumber }) }
    }
    let own = process(lines[end])
    var open: Set<Int> = []
    // What a child has in the beginning is what its parent had at the fork.
    let birth = lines.firstIndex {
      ($0.contains("clone") || $0.contains("fork")) && result($0).map { own == "\($0)" } == true
    }
    if let birth { open = Self.open(in: lines, before: birth) }
    var pending = ""
    for line in lines[..<end] where process(line) == own {
      var text = String(line.drop { $0.isNumber }.drop { $0 == " " })
      if let mark = text.range(of: "<unfinished ...>") {
        pending = String(text[..<mark.lowerBound])
        continue
      }
      if text.hasPrefix("<... "), let mark = text.range(of: " resumed>") {
        text = pending + text[mark.upperBound...]
      }
      let call = text.prefix { $0 != "(" }
      if call == "execve" { open = [] }
      if call == "close", let number = Int(text.dropFirst(6).prefix { $0.isNumber }) {
        open.remove(number)
      }
      let makes =
        ["open", "openat", "openat2", "pidfd_open", "pidfd_getfd", "eventfd2", "dup", "socket"]
        .contains(String(call)) || text.contains("F_DUPFD") || text.contains("SIOCGSKNS")
      if makes, let number = result(text), number > 2 { open.insert(number) }
    }
    return open
  }
}
