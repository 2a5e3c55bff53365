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

  @Test(arguments: [
    "-n", "-n -u -r -w", "-n/proc/$P/ns/net", "-e -r -W/tmp", "-S follow -G follow", "-p",
    "-p --kill-child --forward-signals", "-N 9", "--user-parent", "-U --keep-caps", "-a",
    "-a -e --for-children", "-a -F",
  ])
  func onlyTheCallersDescriptorsThroughNsenter(options: String) {
    // The last one runs in a mount namespace of the sandbox's own, so paths are the same.
    let namespace = options.contains("-n") || options.contains("-a") ? "" : "-u"
    let outcome = Place.run(
      "\(NsenterFaultTests.target); touch f; exec 9<f; O='\(options)';"
        + " case $O in *user-parent* | -U*) kill $P; unshare -r unshare -r sh -c"
        + " 'echo $$ >pid; exec sleep 60' & until [ -s pid ]; do sleep 0.02; done;"
        + " P=$(cat pid);; esac;"
        + " eval nsenter -t $P \(namespace) $O /bin/sh -c"
        + " \"'for d in /proc/self/fd/*; do echo \\${d##*/}; done'\""
        + " | sort -n | tr '\\n' ' '; kill -KILL $P; kill $U")
    let seen = outcome.stdoutText.split(separator: " ").filter { $0 != "3" }
    #expect(seen == ["0", "1", "2", "9"], "\(options): \(outcome.stderrText)")
  }

  /// The process that waits for the program holds nothing of the launch.
  @Test func theWaitingProcessHoldsNothing() {
    let outcome = Place.run(
      "\(NsenterFaultTests.target); nsenter -t $P -p -n -r -w -e -S follow --kill-child"
        + " sleep 61 & N=$!; until pgrep -P $N -x sleep >c; do sleep 0.02; done;"
        // It waits when the program is there.
        + " until grep -q '^State:.S' /proc/$N/status; do sleep 0.02; done;"
        + " ls /proc/$N/fd | tr '\\n' ' '; kill -KILL $N; \(NsenterFaultTests.end)")
    // The pidfd of --kill-child is the child's alone once the child has it.
    #expect(outcome.stdoutText == "0 1 2 ", "\(outcome.stderrText)")
  }
}
