import Harness
import Testing

/// Names that are looked up inside. The attacker is whoever made the files in there: a link into
/// /proc/self/fd, to /proc/self/cwd or to another process's directory makes such a name lead out
/// (the class of CVE-2024-21626).
@Suite(.enabled(if: canSandbox, needsRoot)) struct InnerNameTests {
  /// $P has a mount namespace of its own; $T/srv is the name that its user may choose.
  private static let target =
    "unshare -m sleep 60 >/dev/null 2>&1 & P=$!;"
    + " until grep -q sleep /proc/$P/comm; do sleep 0.02; done; cd /"
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
