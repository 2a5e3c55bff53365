import Harness
import Testing

/// Who starts us can have system calls answered by somebody else: a filter of seccomp(2) that says 0
/// in the kernel's place, so that a call that gives up a right seems to have done so. The program
/// must never start with what was to be given up.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("strace") != nil, "strace is not installed"),
  .enabled(if: findTool("setpriv") != nil, "setpriv is not installed"))
struct PrivilegeVerifyTests {
  struct Lie: Sendable, CustomTestStringConvertible {
    let options: String
    /// The calls that are answered with 0 and not made.
    let calls: String
    let sentence: String
    var testDescription: String { "\(options): \(calls)" }

    init(_ options: String, _ calls: String, _ sentence: String) {
      (self.options, self.calls, self.sentence) = (options, calls, sentence)
    }
  }

  private static let forged =
    "cannot read the privileges of this process: the answers are not the kernel's"
  private static let groups = "the supplementary groups are not those that were set"

  static let lies: [Lie] = [
    Lie("--cap-drop ALL", "prctl", forged),
    Lie("--cap-drop ALL", "capset", "the permitted set still has cap_chown"),
    Lie("--cap-drop ALL", "capget", forged),
    Lie("--cap-drop ALL", "capget,capset", forged),
    Lie("--cap-drop ALL", "prctl,capget,capset", forged),
    Lie("--cap-drop ALL --cap-add bpf", "prctl", forged),
    Lie("--cap-drop ALL --nnp", "capset", "the permitted set still has cap_chown"),
    Lie("--cap-drop 39", "prctl", forged),
    Lie("--cap-drop 39", "capset", "the permitted set still has cap_bpf"),
    Lie("--bounding-set -all", "prctl", forged),
    Lie("--inh-caps +kill", "capset", "the inheritable set lacks cap_kill"),
    Lie("--inh-caps +kill --ambient-caps +kill", "prctl", forged),
    Lie("--iab !cap_bpf", "prctl", forged),
    Lie("--securebits +noroot", "prctl", forged),
    Lie("--securebits -noroot", "prctl", forged),
    Lie("--nnp", "prctl", forged),
    Lie("--groups 5,7", "setgroups", groups),
    Lie("--groups 5,7", "setgroups,getgroups", forged),
    Lie("--clear-groups", "setgroups", groups),
    Lie("--clear-groups", "setgroups,getgroups", forged),
    Lie("-S 5", "setuid", "the real user id is 0, not 5"),
    Lie("-S 5", "setuid,getresuid", "the real user id is 4294967295, not 5"),
    Lie("-S 5 --cap-drop ALL", "setuid", "the real user id is 0, not 5"),
    Lie("-G 5", "setgid", "the real group id is 0, not 5"),
    Lie("-G 5", "setgid,getresgid", "the real group id is 4294967295, not 5"),
    Lie("-G 5", "setgroups", groups),
    Lie("-G 5", "setgroups,getgroups", forged),
    Lie("-S 5 -G 5", "setuid", "the real user id is 0, not 5"),
    // Nothing is kept over the change of user, so there is nothing to hand on.
    Lie("-S 5 --cap-add bpf", "prctl", forged),
    Lie(
      "-S 5 --cap-add bpf", "capset",
      "cannot raise cap_bpf in the ambient set: Operation not permitted"),
  ]

  private func expectRefusal(_ lie: Lie, _ program: String, _ more: String) {
    // Groups that are there can stay.
    let outcome = Place.run(
      "exec setpriv --groups 4,27 strace -f -qq -e signal=none -o /dev/null"
        + " -e inject=\(lie.calls):retval=0 $BIN/\(program) \(more) \(lie.options) echo ran")
    #expect(outcome.stdoutText.isEmpty)
    #expect(outcome.stderrText == "\(program): \(lie.sentence)\n")
    #expect(outcome.ending == .exited(1))
    #expect(outcome.survivors.isEmpty)
  }

  @Test(arguments: lies)
  func unshareNeverStartsTheProgram(lie: Lie) { expectRefusal(lie, "unshare", "") }

  @Test(arguments: lies)
  func nsenterNeverStartsTheProgram(lie: Lie) {
    expectRefusal(lie, "nsenter", "-u/proc/self/ns/uts")
  }

  /// In the child, and before a namespace is made for another owner.
  @Test(arguments: [
    Lie("-f --cap-drop ALL", "capset", "the permitted set still has cap_chown"),
    Lie("--owner 5:5", "setuid", "the real user id is 0, not 5"),
    Lie("--owner 5:5", "setgid", "the real group id is 0, not 5"),
    Lie("--owner 5:5", "setgroups", groups),
  ])
  func elsewhere(lie: Lie) { expectRefusal(lie, "unshare", "") }

  /// One question about a capability that is refused, or answered with 0, does not leave the others
  /// where they are: neither those that libcap asks when the program is loaded, of which it gathers
  /// how many there are, nor one of ours.
  @Test(arguments: ["error=EINVAL", "error=EPERM", "retval=0"])
  func oneAnswerIsForged(how: String) {
    let outcome = Place.run(
      """
      strace -qq -o log -e trace=prctl $BIN/unshare --cap-drop ALL true
      n=$(grep -c PR_ log)
      [ $n -gt 100 ] || echo "only $n calls"
      for i in $(seq 1 12) $(seq 13 11 $n); do
        strace -qq -o log -e inject=prctl:\(how):when=$i $BIN/unshare --cap-drop ALL \
          grep -E '^Cap(Inh|Prm|Eff|Bnd|Amb)' /proc/self/status 2>/dev/null |
          grep -v ':.0000000000000000$' | sed "s/^/call $i: /"
      done
      """)
    #expect(outcome.stdoutText.isEmpty)
    #expect(outcome.stderrText.isEmpty)
  }

  /// A real filter, as whoever starts us can install it, for one call as a whole or with one first
  /// argument.
  @Test(
    .enabled(if: findTool("perl") != nil, "perl is not installed"),
    arguments: [
      ("--cap-drop ALL", .capset, nil, "the permitted set still has cap_chown"),
      ("--cap-drop ALL", .prctl, nil, forged),
      // PR_CAPBSET_DROP, PR_CAPBSET_READ.
      ("--cap-drop ALL", .prctl, 24, "the bounding set still has cap_chown"),
      ("--cap-drop ALL", .prctl, 23, forged),
      // PR_SET_SECUREBITS, PR_SET_NO_NEW_PRIVS.
      ("--securebits +noroot", .prctl, 28, "the securebits are '' in spite of what was set"),
      ("--nnp", .prctl, 38, "no_new_privs is not set"),
      ("--groups 5", .setgroups, nil, groups),
      ("-S 5", .setuid, nil, "the real user id is 0, not 5"),
      ("-G 5", .setgid, nil, "the real group id is 0, not 5"),
    ] as [(String, CallNumber, Int?, String)])
  func aRealFilter(options: String, call: CallNumber, argument: Int?, sentence: String) {
    // Load the number, compare, load the argument, compare, answer 0 or let through.
    let outcome = Place.run(
      """
      cat >filter.pl <<'X'
      my ($call, $argument, @command) = @ARGV;
      my @code = ([0x20, 0, 0, 0], [0x15, 0, $argument < 0 ? 2 : 3, $call],
        [0x20, 0, 0, 16], [0x15, 0, 1, $argument], [6, 0, 0, 0x50000], [6, 0, 0, 0x7fff0000]);
      splice(@code, 2, 2) if $argument < 0;
      $code[1][2] = 1 if $argument < 0;
      my $code = join("", map { pack("SCCL", @$_) } @code);
      my $filter = pack("Sx6P", scalar(@code), $code);
      syscall(\(CallNumber.prctl.number), 22, 2, $filter, 0, 0) == 0 or die "no filter: $!";
      exec(@command);
      X
      exec perl filter.pl \(call.number) \(argument ?? -1) $BIN/unshare \(options) echo ran
      """)
    #expect(outcome.stdoutText.isEmpty)
    #expect(outcome.stderrText == "unshare: \(sentence)\n")
    #expect(outcome.ending == .exited(1))
  }

  enum CallNumber: Sendable {
    case prctl, capset, setgroups, setuid, setgid

    /// That of the architecture on which the tests run.
    var number: Int {
      #if arch(arm64)
        switch self {
        case .prctl: 167
        case .capset: 91
        case .setgroups: 159
        case .setuid: 146
        case .setgid: 144
        }
      #else
        switch self {
        case .prctl: 157
        case .capset: 126
        case .setgroups: 116
        case .setuid: 105
        case .setgid: 106
        }
      #endif
    }
  }

  /// D-45. Without CAP_SETUID the kernel changes the effective id alone, and the program could go
  /// back to the one that stays. nsenter has the same step.
  @Test func anIDThatStays() {
    let outcome = Place.run(
      "exec setpriv --clear-groups --ruid 1002 --euid 1001 --inh-caps=-all $BIN/unshare -S 1001 id")
    #expect(outcome.stdoutText.isEmpty)
    #expect(outcome.stderrText == "unshare: the real user id is 1002, not 1001\n")
    #expect(outcome.ending == .exited(1))
  }

  /// What is verified is what the kernel brings about: nothing that is possible is refused.
  @Test(arguments: [
    "-S 1001 -G 1001 --cap-drop ALL --cap-add bpf,kill", "-S 1001 --cap-add ALL",
    "--inh-caps +all --ambient-caps +all", "-S 1001 --inh-caps +all --ambient-caps +all",
    "--securebits +noroot,+no_setuid_fixup -S 1001 --cap-drop kill",
    "--securebits +no_setuid_fixup -S 1001 --cap-add bpf", "-rc --keep-caps --cap-drop bpf",
    "-U --cap-add ALL --nnp", "-rS 0 --cap-drop 1 --ambient-caps -all", "-c -S 0 --cap-drop ALL",
    "-f --owner 1001:1001 --map-users all --map-groups all -S 5 --groups 9,8,9,7 --cap-add bpf",
    "--iab ^cap_bpf,!cap_kill -G 5 -S 5", "--bounding-set -all --inh-caps +bpf -S 5",
    "-S 5 --cap-drop ALL --cap-drop ALL --nnp --clear-groups", "--groups 5,5,4 -G 9",
  ])
  func whatIsPossibleIsNotRefused(options: String) {
    let outcome = Place.run(
      "unshare \(options) echo ran; unshare --cap-drop kill,setuid unshare \(options) true; :")
    #expect(outcome.stdoutText == "ran\n", "\(outcome.stderrText)")
    for word in ["still has", "lacks", "in spite of", "is not the", "answers"] {
      #expect(!outcome.stderrText.contains(word), "\(outcome.stderrText)")
    }
  }
}
