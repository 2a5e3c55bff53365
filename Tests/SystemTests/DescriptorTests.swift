import Harness
import Testing

/// The program that is started sees the caller's descriptors and nothing else.
@Suite(.enabled(if: canSandbox, needsRoot)) struct DescriptorTests {
  @Test(arguments: [
    "", "-r", "-m", "-f", "-fp --mount-proc --kill-child", "--forward-signals",
    "--map-users 0:0:10 --map-groups 0:0:10", "--uts=$T/f", "-m --uts=$T/f -f",
    "-T --boottime 5 --monotonic 3", "-r --keep-caps", "--owner 5:6 -r", "-R / -w /",
    "-un --hostname h --domainname d --loopback", "--map-user daemon", "--map-auto",
    "-rfp -l :x:M::ABCD::/bin/echo:", "--clear-env",
  ])
  func onlyTheCallersDescriptors(options: String) {
    let outcome = Place.run(
      "touch f; exec 9<f; unshare \(options) /bin/sh -c"
        + " 'for d in /proc/self/fd/*; do echo ${d##*/}; done'"
        + " | sort -n | tr '\\n' ' '",
      setup: ["printf 'root:0:10\\n' >s; mount --bind s /etc/subuid; mount --bind s /etc/subgid"])
    // The shell's own directory descriptor comes and goes while it expands the names.
    let seen = outcome.stdoutText.split(separator: " ").filter { $0 != "3" }
    #expect(seen == ["0", "1", "2", "9"], "\(options): \(outcome.stderrText)")
  }
}
