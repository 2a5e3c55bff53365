import Harness
import Testing

/// Real containers: podman without root, whose only obstacle to `-a` is that they share the time namespace.
@Suite(
  .serialized, .enabled(if: canSandbox, needsRoot),
  .enabled(if: visitor != nil, "cc cannot make a static program here"),
  .enabled(
    if: findTool("podman") != nil && findTool("crun") != nil, "podman and crun are not installed"),
  .enabled(if: Need.newuidmap.reasonMissing == nil, "newuidmap is not installed"))
struct PodmanEntryTests {
  /// Runs a script with a container, whose first process is in P, as a user who is in the sandbox only. What
  /// podman keeps is below a short path, for its sockets.
  private static func run(_ options: String, _ script: String) -> Outcome {
    Place.sandbox.run(
      """
      cd /mnt; export HOME=/mnt/home XDG_RUNTIME_DIR=/mnt/run
      pod() {
        podman --cgroup-manager=cgroupfs --storage-driver=vfs --root /mnt/home/s --runroot /mnt/run/r \
          --tmpdir /mnt/run/t "$@"
      }
      pod run -d --name box --cgroups=disabled \(options) --rootfs /mnt/R /visitor wait >log 2>&1
      if P=$(pod inspect -f '{{.State.Pid}}' box 2>>log) && [ "$P" -gt 0 ]; then
        \(script)
      else
        echo "no container: $(tail -1 log)"
      fi
      pod rm -f -t 0 box >/dev/null 2>&1
      # The process that keeps podman's user namespace.
      kill -KILL $(cat run/t/pause.pid)
      """, as: .tester, name: Place.uniqueName("p"),
      setup: [
        "mount --bind . /mnt; cd /mnt; mount -t cgroup2 none /sys/fs/cgroup",
        "mkdir -p home run R/proc R/dev R/sys R/etc; cp \(visitor ?? "") R/visitor; cp R/visitor bb",
        "chmod 700 run; chown -R 1001:1001 home run R",
      ], timeLimit: 120)
  }

  /// Why podman does not run here; nil where it does.
  private static let obstacle: String? = {
    let outcome = run("--network none", "echo runs")
    return outcome.stdoutText == "runs\n" ? nil : outcome.stdoutText
  }()

  @Test(
    .enabled(if: obstacle == nil, "podman makes no container here"),
    arguments: [
      ("--network none", "0 0"), ("--network none --userns=keep-id --user 0", "0 0"),
      ("--network host", "0 0"),
    ])
  func itsOwnerEnters(options: String, ids: String) {
    let outcome = Self.run(
      options,
      """
      nsenter -a -t $P /visitor ids; nsenter -a -t $P --auto-credentials /visitor ids
      nsenter -a -t $P --exec-outer /mnt/bb say brought; nsenter -a -t $P --exec-outer /mnt/bb fds
      # By its name it is not there.
      nsenter -a -t $P /mnt/bb say x; nsenter -t $P -U -m -n -T /visitor say named
      nsenter -a -t $P --exec-outer "$(command -v unyoke)" nsls --version >/dev/null && echo listed
      """)
    #expect(
      outcome.stdoutText == "\(ids)\n\(ids)\nbrought\n0 1 2 \nnamed\nlisted\n",
      "\(outcome.stderrText)")
    #expect(outcome.stderrText == "nsenter: failed to execute /mnt/bb: No such file or directory\n")
  }
}

private let visitor = Rootless.visitor
