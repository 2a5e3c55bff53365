import Harness
import Testing

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
      // Of a call that is unfinished there is none.
      line.ranges(of: " = ").last.flatMap { Int(line[$0.upperBound...].prefix { $0.isNumber }) }
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
