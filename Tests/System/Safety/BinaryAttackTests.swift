import Harness
import ProjectFiles
import Testing

/// The attacker is root in a container, with Docker's capabilities or with all that a user
/// namespace gives, and a user in there. They run Tests/Support/Attack/attacker.c: open /proc/PID/exe of
/// whatever they can, keep it, and write to it as soon as it does not run (CVE-2019-5736). The
/// victim is the binary of whoever enters: a copy that is compared afterwards.
@Suite(
  .serialized, .enabled(if: canSandbox, needsRoot),
  .enabled(if: attacker != nil, "cc cannot make a static program here"))
struct BinaryAttackTests {
  /// Whose container it is, and so what its root may do.
  enum Container: String, Sendable {
    /// No user namespace; the bounding set that Docker gives.
    case docker
    /// In a user namespace of tester.
    case rootless
    /// No namespace but that of mounts: a root directory that others work in.
    case root
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var container = Container.docker
    /// What is run, with $V for the victim, $P for the container and $R for its root.
    let command: String
    var owner = "0:0"
    var mode = "755"
    /// What the attackers got hold of, and what they were told when they wrote; nil where nobody
    /// may have seen anything.
    var answer: String?
    /// Whether nobody need have seen anything all the same.
    var isChance = false
    var testDescription: String { "\(container), \(owner): \(command)" }
  }

  private static let tester = "setpriv --reuid 1001 --regid 1001 --clear-groups"
  private static let own = "\(tester) $V -t $P -U -m -p --preserve-credentials"
  private static let readOnly = "opened file, refused to open EROFS"
  private static let sealed = "opened memory, refused to write EPERM"
  private static let foreign = "opened file, refused to open EACCES"

  static let rows = [
    // Who keeps all rights is out of reach, whether hidden or not.
    Row(command: "$V -t $P -a /true"),
    Row(command: "$V -t $P -a --cap-drop ALL /true"),
    Row(command: "$V -t $P -a --cap-drop ALL /trap", answer: readOnly),
    Row(command: "$V -t $P -a --bounding-set -all --nnp /true"),
    Row(command: "$V -t $P -a --bounding-set -all --nnp /trap", answer: readOnly),
    Row(command: "$V -t $P -a -S 1000 -G 1000 /true"),
    Row(command: "$V -t $P -a -S 1000 -G 1000 /trap", answer: readOnly),
    Row(container: .rootless, command: "$V -t $P -a /true", owner: "1001:1001"),
    Row(
      container: .rootless, command: "$V -t $P -a /trap", owner: "1001:1001", answer: readOnly),
    Row(container: .rootless, command: "\(own) /true", owner: "1001:1001"),
    Row(container: .rootless, command: "\(own) /trap", owner: "1001:1001", answer: sealed),
    Row(container: .rootless, command: "\(own) /trap", answer: foreign),
    // Its owner can change the mode, and so can root inside, who is the owner.
    Row(
      container: .rootless, command: "\(own) /trap", owner: "1001:1001", mode: "555",
      answer: sealed),
    // The victim is what is brought inside, a static program like another.
    Row(
      command: "$BIN/nsenter -t $P -a --cap-drop ALL --exec-outer $V --list-caps", answer: readOnly),
    // With all rights: seen, if at all, in the moment of its start.
    Row(
      command: "$BIN/nsenter -t $P -a --exec-outer $V --list-caps", answer: readOnly,
      isChance: true),
    Row(
      container: .rootless,
      command:
        "\(tester) $BIN/nsenter -t $P -U -m -p --preserve-credentials --exec-outer $V --list-caps",
      owner: "1001:1001", answer: sealed),
    // unshare does not hide, for it writes to its own /proc/self; what is seen is unwritable.
    Row(container: .root, command: "$V -R $R --cap-drop ALL /trap", answer: readOnly),
    Row(container: .root, command: "$V -R $R -S 1000 -G 1000 /trap", answer: readOnly),
  ]

  @Test(arguments: rows)
  func theBinaryIsOutOfReach(row: Row) {
    let outcome = attack(
      row, on: row.container == .root ? "unshare" : "nsenter", times: 300,
      until: row.isChance ? nil : row.answer.map { _ in "opened" })
    let file = row.mode == "755" ? "intact" : "intact \(row.mode)"
    let answers = [row.answer ?? "nothing"] + (row.isChance ? ["nothing"] : [])
    #expect(
      answers.map { "\($0)\n\(file)\n" }.contains(outcome.stdoutText),
      "\(outcome.stdoutText)\(outcome.stderrText)")
    #expect(outcome.survivors.isEmpty)
  }

  /// The attack works, and this test can fail: on a program that enters without any care.
  @Test(arguments: [
    Row(command: "$V enter $P /true"), Row(command: "$V enter $P /trap"),
    Row(command: "$V enter $P -S 1000 /trap"),
    Row(container: .rootless, command: "\(tester) $V enter $P /true", owner: "1001:1001"),
    Row(container: .rootless, command: "$V enter $P /trap", owner: "1001:1001"),
    Row(container: .root, command: "$V root $R /true"),
    Row(container: .root, command: "$V root $R /trap"),
  ])
  func theAttackWorks(row: Row) {
    let outcome = attack(row, on: nil, times: 20, until: "written")
    #expect(outcome.stdoutText == "opened file, written\noverwritten\n", "\(outcome.stderrText)")
  }

  /// - Parameter program: what the victim is a copy of; nil for the attacker itself, as a program
  ///   that enters.
  /// - Parameter until: what the attackers log as soon as they saw what they can see; nil where
  ///   that need not be.
  private func attack(
    _ row: Row, on program: String?, times: Int, until sign: String?
  ) -> Outcome {
    let start =
      switch row.container {
      case .docker: "exec $util/unshare -m -p -f -u -i -n -C R/attacker contain $R docker"
      case .rootless:
        "chown -R 1001:1001 R; exec \(Self.tester) $util/unshare -r -m -p -f -u -i -n R/attacker"
          + " contain $R all"
      case .root: "mount -t proc proc R/proc; exec $util/unshare -m R/attacker contain $R docker"
      }
    // In a PID namespace, so that no process of the machine is in reach of any attacker. The
    // sandbox has one processor; the attacker needs one of its own.
    let script = """
      taskset -pc 0-1023 $$ >/dev/null
      util=/usr/bin R=$PWD/R V=$PWD/v/\(program ?? "nsenter")
      mkdir v R; mount -t tmpfs -o mode=755 none R; mkdir R/proc
      cp \(program.map { "$BIN/\($0)" } ?? attacker ?? "") $V; cp $V original
      cp \(attacker ?? "") R/attacker; cp R/attacker R/true
      printf '#!/proc/self/exe\\n' >R/trap; chmod 755 R/trap
      chown \(row.owner) v $V; chmod \(row.mode) $V; stat -c '%d %i \(row.command.contains("-S 1000") ? 1000 : 0)' $V >R/victim; touch R/log; chmod 666 R/log
      (\(start)) & U=$!
      until grep -q ready R/log; do sleep 0.02; done
      P=$(tr -d ' ' </proc/$U/task/$U/children)
      # A busy machine gives the attackers less than half of the time: go on until they saw what they can see.
      unseen() { \(sign.map { "[ $i -lt \(10 * times) ] && ! grep -q \($0) R/log" } ?? "false"); }
      i=0; while [ $i -lt \(times) ] || unseen; do \(row.command); i=$((i+1)); done >/dev/null 2>err
      # Nobody runs it now, so each attempt to write to what they have is decided.
      sleep 0.3
      while grep -qE 'opened (memory|file)' R/log && ! grep -qE 'refused|written' R/log; do
        sleep 0.05
      done
      answer=$(grep -v ready R/log | sort -u | paste -sd, | sed 's/,/, /g')
      echo "${answer:-nothing}"
      cmp -s $V original && echo "intact$(stat -c ' %a' $V | sed 's/ 755//')" || echo overwritten
      sed 2q err >&2
      """
    let quoted = script.replacing("'", with: "'\\''")
    return Place.sandbox.run(
      "exec /usr/bin/unshare -p -f -m --mount-proc --kill-child bash -c '\(quoted)'", as: .root,
      name: Place.uniqueName("attack"), timeLimit: 300)
  }
}

/// Tests/Support/Attack/attacker.c as a static program; nil where that cannot be made.
private let attacker: String? = {
  guard let compiler = findTool("cc") else { return nil }
  let program = "\(Place.sandbox.base)/attacker"
  let outcome = spawn([
    compiler, "-O1", "-static", "-o", program,
    "\(projectRoot)/Tests/Support/Attack/attacker.c",
  ])
  return outcome.ending == .exited(0) ? program : nil
}()
