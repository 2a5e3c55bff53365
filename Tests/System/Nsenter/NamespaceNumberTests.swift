import Harness
import Testing

/// Namespaces by number and by id, in the place of a file or a process.
@Suite(.enabled(if: canSandbox, needsRoot)) struct NamespaceNumberTests {
  private func run(_ script: String) -> Outcome { Jail.run(Jail.functions + script) }

  /// `$A` sleeps in a network namespace of its own, `$n`, of number `$i`.
  private static let target = """
    unshare -n sleep 1000 & A=$!; waitcomm $A sleep
    n=$(readlink /proc/$A/ns/net); i=$(number net $A)
    here() { [ "$(readlink /proc/self/ns/${1:-net})" = "${2:-$n}" ] && echo same; }
    export -f here; export n

    """

  @Test func inThePlaceOfAFile() {
    let outcome = run(
      Self.target + """
        nsenter --net="$n" bash -c here
        nsenter --net=="$n" bash -c here
        nsenter -n"$n" bash -c here
        nsenter --net=inode:$i bash -c here
        nsenter --net==inode:$i bash -c here
        """)
    #expect(outcome.stdoutText == "same\nsame\nsame\nsame\nsame\n")
    #expect(outcome.stderrText.isEmpty)
  }

  @Test(arguments: ["net", "uts", "ipc", "mnt", "pid", "user", "cgroup", "time"])
  func eachKind(kind: String) {
    let option = kind == "mnt" ? "mount" : kind
    let outcome = run(
      """
      unshare --\(option) --fork sleep 1000 & A=$!
      until P=$(pgrep -P $A sleep); do sleep 0.02; done
      \(kind == "user" ? "echo 0 0 1 >/proc/$P/uid_map; echo 0 0 1 >/proc/$P/gid_map" : ":")
      N=$(readlink /proc/$P/ns/\(kind)); [ "$N" != "$(readlink /proc/$$/ns/\(kind))" ] || echo shared
      [ "$(nsenter --\(option)="$N" readlink /proc/self/ns/\(kind))" = "$N" ] && echo same
      [ "$(nsenter -t "$N" --\(option) readlink /proc/self/ns/\(kind))" = "$N" ] && echo same
      [ "$(nsenter -t inode:${N//[!0-9]/} --\(option) readlink /proc/self/ns/\(kind))" = "$N" ] && echo same
      """)
    #expect(outcome.stdoutText == "same\nsame\nsame\n", "\(outcome.stderrText)")
  }

  /// However it is kept; nsls --holders tells the same.
  @Test(arguments: NslsDiscoveryTests.ways) func howeverItIsKept(way: NslsDiscoveryTests.Way) {
    let outcome = run(
      way.script + """

        for name in "\(way.kind):[$N]" inode:$N :$(nsls -lnr --discover=all -o NSID -Q "NS == $N"); do
          [ $name != : ] || continue
          \(way.kind == "user" ? "number user self >/dev/null;" : "")
          nsenter --\(way.kind)=$name \(way.kind == "pid" ? "--no-fork" : "") \
            readlink /proc/self/ns/\(way.kind == "pid" ? "pid_for_children" : way.kind) | tr -dc 0-9 | grep -qx $N && echo same
        done
        nsls --holders $N -r -n | cut -d ' ' -f 1 | sort -u
        nsls --holders "\(way.kind):[$N]" -r -n | cut -d ' ' -f 1 | sort -u
        """)
    #expect(outcome.stderrText.isEmpty, "\(outcome.stderrText)")
    let lines = outcome.stdoutText.split(separator: "\n").map(String.init)
    let names = lines.filter { $0 == "same" }
    #expect(names.count == 3 || names.count == 2 && !Self.hasIDs, "\(lines)")
    #expect(lines.drop { $0 == "same" } == [way.word, way.word], "\(lines)")
  }

  /// NS_GET_ID, Linux 6.18.
  static let hasIDs = Place.run("nsls -lnr -t uts -o NSID -p $$ | grep -c .").stdoutText == "1\n"

  @Test(.enabled(if: hasIDs, "namespaces have no ids before Linux 6.18")) func byItsID() {
    let outcome = run(
      Self.target + """
        id=$(nsls -l -n -r -o NSID -Q "NS == $i" | tr -d ' ')
        nsenter --net=:$id bash -c here
        nsls -J -o NS,NSID -t net -p $A | tr -d ' \\n' | grep -c "\\"nsid\\":$id[}]"
        nsls --holders :$id -n -r -o PID; nsls --holders :$id -n -r | cut -d ' ' -f 1,2 | sed "s/$A/A/"
        nsenter --net=:18446744073709551615 true; echo "status $?"
        nsenter --uts=:$id true; echo "status $?"
        nsls --holders :18446744073709551615; echo "status $?"
        """)
    #expect(outcome.stdoutText == "same\n1\nproc A\nstatus 1\nstatus 1\nstatus 1\n")
    #expect(
      outcome.stderrText.split(separator: "\n").map { $0.prefix(40) } == [
        "nsls: options --holders and --output can", "nsenter: cannot open namespace of id 184",
        "nsenter: cannot open namespace of id \(outcome.stderrText.split(separator: "\n")[2].dropFirst(37).prefix(3))",
        "nsls: not found namespace: :184467440737",
      ], "\(outcome.stderrText)")
  }

  /// Attacker: whoever may write in the folder that a script runs in, and puts there a file of that name; it
  /// wins, as with the original, and what is no namespace is entered by nobody.
  @Test func aFileOfThatNameWins() {
    let outcome = run(
      Self.target + """
        mkdir place && cd place
        touch "$n"; nsenter --net="$n" true; echo "status $?"; rm "$n"
        mkfifo "$n"; nsenter --net="$n" true; echo "status $?"; rm "$n"
        ln -s none "$n"; nsenter --net="$n" bash -c here; rm "$n"
        ln -s /proc/$$/ns/net "$n"; nsenter --net="$n" readlink /proc/self/ns/net | grep -vcxF "$n"; rm "$n"
        # No file may be there, but nobody can tell.
        ln -s "$n" "$n"; nsenter --net="$n" true; echo "status $?"; rm "$n"
        touch file; nsenter --net="file/net:[1]" true; echo "status $?"
        """)
    let refused = "nsenter: reassociate to namespace 'ns/net' failed: Invalid argument\n"
    #expect(outcome.stdoutText == "status 1\nstatus 1\nsame\n1\nstatus 1\nstatus 1\n")
    #expect(
      outcome.stderrText.hasPrefix(refused + refused + "nsenter: cannot open net:["),
      "\(outcome.stderrText)")
    #expect(
      outcome.stderrText.hasSuffix(
        "]: Too many levels of symbolic links\nnsenter: cannot open file/net:[1]: Not a directory\n"
      ), "\(outcome.stderrText)")
  }

  /// Attacker: the owner of a folder that others may not look into. What may be there is not taken for absent.
  @Test func whatMayNotBeLookedAtIsNotAbsent() {
    let outcome = run(
      """
      mkdir -m 700 closed; cd closed
      setpriv --reuid 1001 --regid 1001 --clear-groups nsenter --user="$(readlink /proc/$$/ns/user)" true
      """)
    #expect(outcome.stderrText.hasSuffix("]: Permission denied\n"), "\(outcome.stderrText)")
  }

  /// Nothing that only looks like a number is one, whatever else it may be.
  @Test(arguments: [
    "net:[0$i]", "net:[+$i]", "net:[ $i]", "net:[$i] ", "net:[$i", "net:$i", "NET:[$i]", "net:[0]",
    "inode:0$i", "inode:-1", "inode:", "inode:4294967296", "inode:[$i]", "Inode:$i", "./net:[$i]",
    "net:[$(($i + 4294967296))]", "net:[]", ":[$i]", "mnt:[$i]",
  ])
  func whatIsNoNumber(name: String) {
    let outcome = run(
      Self.target + """
        nsenter --net="=\(name)" echo entered; echo "status $?"
        nsenter -t "\(name)" -n echo entered; echo "status $?"
        """)
    #expect(outcome.stdoutText == "status 1\nstatus 1\n", "\(name)")
    #expect(outcome.stderrText.hasSuffix("nsenter: invalid PID argument\n"))
  }

  @Test func whatIsNotThere() {
    let outcome = run(
      Self.target + """
        export UNYOKE_HINTS=always
        nsenter --net='net:[1]' true; echo $?
        nsenter --uts="$n" true; echo $?
        nsenter --net=inode:1 true; echo $?
        nsenter --uts=inode:$i true 2>&1 | sed "s/$i/N/"
        nsenter -t 'pid:[1]' -n true; echo $?
        nsenter -t inode:1 -n true; echo $?
        nsls --holders 1; echo $?
        nsls --holders "uts:[$i]" 2>&1 | sed "s/$i/N/"
        """)
    let none = "nsenter: hint: no process, descriptor or mount that you may look at has it\n"
    #expect(
      outcome.stdoutText
        == "1\n1\n1\nnsenter: cannot open inode:N: No such file or directory\n\(none)1\n1\n1\n"
        + "nsls: not found namespace: uts:[N]\n")
    let lines = outcome.stderrText.split(separator: "\n").map(String.init)
    #expect(
      lines.first == "nsenter: cannot open net:[1]: No such file or directory"
        && lines.dropFirst().first.map { $0 + "\n" } == none)
    #expect(lines.count == 11 && lines[3] == "nsenter: hint: that is a net namespace", "\(lines)")
    #expect(
      Array(lines[6...]) == [
        "nsenter: invalid PID argument",
        "nsenter: hint: 'pid:[1]': no process that you may look at is in it",
        "nsenter: invalid PID argument",
        "nsenter: hint: 'inode:1': no process that you may look at is in it",
        "nsls: not found namespace: 1",
      ])
  }

  /// Attacker: a user whose namespace root looks for, and one who looks for root's: what may not be looked at is
  /// not found, and found is only what may be entered.
  @Test func aPlainUserFindsHisOwn() {
    let outcome = run(
      Self.target + """
        as="setpriv --reuid 1001 --regid 1001 --clear-groups"
        $as nsenter --net="$n" echo entered
        $as unshare -Urn sleep 1000 & B=$!; waitcomm $B sleep
        B=$(pgrep -x -U 1001 sleep)
        u=$(readlink /proc/$B/ns/user); n=$(readlink /proc/$B/ns/net); export n
        $as nsenter --user="$u" --net="$n" --preserve-credentials bash -c here
        $as nsenter -t "$u" -U -n --preserve-credentials bash -c here
        """)
    #expect(outcome.stdoutText == "same\nsame\n", "\(outcome.stderrText)")
    #expect(outcome.stderrText.hasSuffix("]: No such file or directory\n"))
  }

  /// The oldest process is chosen where it does not matter, and nobody where it does.
  @Test func membersThatDiffer() {
    let outcome = run(
      Self.target + """
        unshare -m nsenter -t $A -n sleep 1000 & B=$!; waitcomm $B sleep
        nsenter -t "$n" -n bash -c here
        nsenter -t "$n" -n -m echo entered; echo "status $?"
        nsenter -t "$n" -a echo entered; echo "status $?"
        nsenter -t "$n" -m -n --mount=/proc/$A/ns/mnt bash -c here
        kill $A; wait $A 2>/dev/null
        nsenter -t "$n" -n -m bash -c here mnt "$(readlink /proc/$B/ns/mnt)"
        echo $A $B
        """)
    #expect(
      outcome.stdoutText.hasPrefix("same\nstatus 1\nstatus 1\nsame\nsame\n"), "\(outcome)")
    let lines = outcome.stderrText.split(separator: "\n").map(String.init)
    #expect(lines.count == 6)
    for first in [0, 3] where lines.count == 6 {
      #expect(
        lines[first].hasPrefix("nsenter: processes in net:[")
          && lines[first].hasSuffix("] differ in mnt"))
      #expect(
        lines[first + 1].hasPrefix("nsenter:   process ") && lines[first + 1].hasSuffix(" (sleep)"))
    }
  }

  /// Attacker: who runs in the namespace chooses the names of its processes, which messages show.
  @Test func namesCannotWriteToTheTerminal() {
    let outcome = run(
      Self.target + """
        cp /bin/sleep $'./\\e]0;a\\n'; unshare -m nsenter -t $A -n $'./\\e]0;a\\n' 1000 & B=$!
        until [ "$(number net $B)" = $i ]; do sleep 0.02; done
        waitcomm $B $'\\e]0;a'
        nsenter -t "$n" -n -m echo entered
        """)
    #expect(outcome.stderrText.contains(" (\\x1b]0;a\\x0a)\n"), "\(outcome.stderrText)")
    #expect(!outcome.stderrText.contains("\u{1b}"))
  }

  /// The first process inside of a PID namespace, although older ones have joined it.
  @Test func theFirstOfAPIDNamespace() {
    let outcome = run(
      """
      unshare -pfm --mount-proc --kill-child sleep 1000 & A=$!
      until P=$(pgrep -P $A sleep); do sleep 0.02; done
      nsenter -t $P -p sleep 1000 & B=$!
      until Q=$(pgrep -P $B sleep); do sleep 0.02; done
      name=$(readlink /proc/$P/ns/pid)
      [ "$(nsenter -t "$name" -p -m readlink /proc/self/ns/mnt)" = "$(readlink /proc/$P/ns/mnt)" ] && echo same
      kill $Q $A
      """)
    #expect(outcome.stdoutText == "same\n", "\(outcome.stderrText)")
  }
}
