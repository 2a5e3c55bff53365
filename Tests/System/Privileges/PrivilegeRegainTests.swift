import Harness
import Testing

/// What was dropped cannot be had again: neither from a file's capabilities nor from a set-uid
/// program. Each test also runs without the drop, where the program does gain.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("setcap") != nil, "setcap is not installed"))
struct PrivilegeRegainTests {
  private static let bpf = "0000008000000000"
  private static let bpfAndRaw = "0000008000002000"
  private static let none = "0000000000000000"

  /// The permitted capabilities of a grep that has some of its own.
  private func permitted(_ capabilities: String, _ options: String) -> Outcome {
    Place.run(
      "cp /bin/grep g && setcap '\(capabilities)' g && exec unshare \(options) ./g -h CapPrm"
        + " /proc/self/status")
  }

  @Test func aFileWithCapabilities() {
    let user = "-S 1001 -G 1001"
    func line(_ options: String) -> String {
      permitted("cap_bpf,cap_net_raw=p", "\(user) \(options)").stdoutText
    }
    #expect(line("") == "CapPrm:\t\(Self.bpfAndRaw)\n")
    #expect(line("--cap-drop net_raw") == "CapPrm:\t\(Self.bpf)\n")
    #expect(line("--cap-drop ALL") == "CapPrm:\t\(Self.none)\n")
    #expect(line("--cap-drop ALL --cap-add bpf") == "CapPrm:\t\(Self.bpf)\n")
    #expect(line("--bounding-set -net_raw") == "CapPrm:\t\(Self.bpf)\n")
    #expect(line("--nnp") == "CapPrm:\t\(Self.none)\n")
  }

  /// The kernel does not start what could not have all that it counts on.
  @Test func aFileThatCountsOnItsCapabilities() {
    let outcome = permitted("cap_bpf,cap_net_raw=ep", "-S 1001 -G 1001 --cap-drop bpf")
    #expect(outcome.stderrText == "unshare: failed to execute ./g: Operation not permitted\n")
    #expect(outcome.ending == .exited(126))
  }

  @Test func inheritableCapabilitiesOfAFile() {
    func line(_ options: String) -> String {
      permitted("cap_bpf,cap_net_raw=i", "-S 1001 -G 1001 \(options)").stdoutText
    }
    #expect(line("--inh-caps +bpf,+net_raw") == "CapPrm:\t\(Self.bpfAndRaw)\n")
    #expect(line("--inh-caps +bpf,+net_raw --cap-drop net_raw") == "CapPrm:\t\(Self.bpf)\n")
    #expect(line("--inh-caps +bpf") == "CapPrm:\t\(Self.bpf)\n")
    #expect(line("") == "CapPrm:\t\(Self.none)\n")
  }

  @Test func aSetUIDProgram() {
    func line(_ options: String, as user: String = "-S 1001 -G 1001") -> String {
      Place.run(
        "cp /bin/grep s && chmod 4755 s && exec unshare \(user) \(options) ./s -hE"
          + " '^(CapPrm|Uid)' /proc/self/status"
      ).stdoutText
    }
    let root = "Uid:\t1001\t0\t0\t0\n"
    #expect(line("").hasPrefix(root))
    #expect(!line("").hasSuffix("CapPrm:\t\(Self.none)\n"))
    #expect(line("--cap-drop ALL") == "\(root)CapPrm:\t\(Self.none)\n")
    #expect(line("--cap-drop ALL --cap-add bpf") == "\(root)CapPrm:\t\(Self.bpf)\n")
    #expect(line("--bounding-set -all,+bpf") == "\(root)CapPrm:\t\(Self.bpf)\n")
    #expect(line("--nnp") == "Uid:\t1001\t1001\t1001\t1001\nCapPrm:\t\(Self.none)\n")
    // Whoever is root already gains nothing by becoming it once more.
    #expect(line("--cap-drop ALL", as: "").hasSuffix("CapPrm:\t\(Self.none)\n"))
  }

  /// A user namespace of one's own gives all capabilities, but none over what is outside.
  @Test func aUserNamespaceInside() {
    let outcome = Place.run(
      "echo secret >f; chmod 600 f; unshare -S 1001 -G 1001 --cap-drop ALL --nnp"
        + " /usr/bin/unshare -r sh -c 'grep NoNewPrivs /proc/self/status; cat f'")
    #expect(outcome.stdoutText == "NoNewPrivs:\t1\n", "\(outcome.stderrText)")
  }

  /// CAP_SETPCAP that is permitted but not in effect is used, and no longer than needed.
  @Test func aRightThatIsNotInEffect() {
    let outcome = Place.run(
      "mkdir d; cp $BIN/unshare d/; setcap cap_setpcap,cap_bpf=p d/unshare;"
        + " setpriv --reuid 1001 --clear-groups d/unshare --bounding-set -all,+bpf"
        + " --securebits +noroot_locked --has-p=setpcap sh -c 'grep CapBnd /proc/self/status';"
        + " setpriv --reuid 1001 --clear-groups d/unshare --bounding-set -all --has-e=setpcap"
        + " echo ran")
    #expect(outcome.stdoutText == "CapBnd:\t\(Self.bpf)\n")
    #expect(outcome.stderrText == "unshare: cap_setpcap is not in the effective set '='\n")
  }

  /// No change of privileges takes the parent death signal away again: PR_GET_PDEATHSIG.
  @Test(arguments: ["-S 1001 -G 1001", "-c --keep-caps", ""])
  func theChildStillDiesWithItsParent(identity: String) {
    let outcome = Place.run(
      "unshare --kill-child=TERM \(identity) --cap-drop ALL --cap-add bpf --nnp perl -e"
        + " 'my $b = pack(\"i\", 0); my $prctl = `uname -m` =~ /x86_64/ ? 157 : 167;"
        + " syscall($prctl, 2, $b, 0, 0, 0); print unpack(\"i\", $b)'")
    #expect(outcome.stdoutText == "15", "\(outcome.stderrText)")
  }
}
