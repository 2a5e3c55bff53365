import Foundation
import Harness
import Testing

/// What nsenter and nsls say of words that were meant in another way.
@Suite(.enabled(if: canSandbox, needsRoot)) struct WordAnswerTests {
  static let targets: [EntryAnswer] = [
    EntryAnswer(
      "target-is-empty", "nsenter -t '' -n true",
      "the PID is empty: what was to print it, such as pgrep or docker inspect, printed nothing"),
    EntryAnswer(
      "target-is-option", "nsenter -t $UNSET -n true",
      "-t took '-n' for the PID: probably the word before it is a variable that is empty"),
    EntryAnswer(
      "target-has-equals", "nsenter -t=1 -n true",
      "only behind the long option stands a =: -t PID, or --target=PID"),
    EntryAnswer(
      "target-is-path", "nsenter -t /proc/12 -n true",
      "'/proc/12' is a path, and -t takes a number; files of namespaces are given by kind: --net=FILE"
    ),
    EntryAnswer(
      "target-is-zero", "nsenter -t 0 -n true",
      "0 is no process: docker inspect prints it as the PID of a container that is not running"),
    EntryAnswer(
      "target-out-of-range", "nsenter -t -5 -n true",
      "no process has the number -5: on Linux they begin at 1 and end below 4194304"),
    EntryAnswer(
      "target-is-several", "nsenter -t '12 13' -n true",
      "'12 13' is more than one PID, and -t takes one: pgrep -o prints only the oldest"),
    EntryAnswer(
      "target-is-name", "nsenter -t nginx -n true",
      "'nginx' is no PID; pgrep -o NAME prints one, for containers docker inspect -f '{{.State.Pid}}' NAME"
    ),
    EntryAnswer(
      "target-is-namespace", "nsenter -t 4026531840 -n true",
      "'4026531840' is a namespace, and -t takes a process: nsls NUMBER lists those that are in one"
    ),
    EntryAnswer(
      "target-has-no-process", "nsenter -t 'net:[1]' -n true",
      "'net:[1]': no process that you may look at is in it"),
    EntryAnswer(
      "target-namespace-form", "nsenter -t :12 -n true",
      "':12': of namespaces -t takes numbers only, written KIND:[NUMBER] or inode:NUMBER"),
    EntryAnswer(
      "kind-names", "nsenter -t 1 -a --except network true",
      "kinds are mnt, net, ipc, user, pid, uts, cgroup and time"),
  ]

  static let words: [EntryAnswer] = [
    EntryAnswer(
      "namespace-not-held", "nsenter --net='net:[1]' true",
      "no process, descriptor or mount that you may look at has it"),
    EntryAnswer(
      "number-of-other-kind", "nsenter --uts='net:[1]' true", "that is a net namespace"),
    EntryAnswer(
      "file-is-namespace-number", "nsenter --net=4026532180 true",
      "inode:4026532180 means the namespace with that number"),
    EntryAnswer(
      "no-target", "nsenter --net true", "--net without =FILE means that of a process: add -t PID"),
    EntryAnswer(
      "no-target", "nsenter -a true", "--all means all namespaces of a process: add -t PID"),
    EntryAnswer(
      "no-kind", "nsenter -t $$ sh",
      "say what is to be entered: --all (-a), or kinds before the program, such as --net (-n) --mount (-m)"
    ),
    EntryAnswer(
      "missing-equals", "nsenter -t $$ -W /tmp -m true",
      "'/tmp' was taken for the program, and what follows for its own: write --wdns=/tmp"),
    EntryAnswer(
      "missing-equals", "nsenter --net /proc/self/ns/net true",
      "'/proc/self/ns/net' was taken for the program, and what follows for its own: write --net=/proc/self/ns/net"
    ),
    EntryAnswer(
      "missing-equals-possibly", cause: "target", "nsenter -t $P -w /none true",
      "possibly /none was meant for the option before it: write --wd=/none"),
    EntryAnswer(
      "missing-equals-possibly", cause: "target", "nsenter -t $P -n -r /none true",
      """
      /none was looked up inside; those of this side are there only without --mount, --all, --root
      nsenter: hint: possibly /none was meant for the option before it: write --root=/none
      """),
    EntryAnswer(
      "no-network-name", "nsenter --net=nope true",
      "nope is no file here, and no name in /run/netns either (ip netns list); or use -t PID"),
    EntryAnswer(
      "program-is-pid", "nsenter 12 -n true",
      "'12' was taken for the program; a PID is given with -t"),
    EntryAnswer(
      "program-is-second-pid", "nsenter -t $$ 13 -n true",
      "'13' was taken for the program: -t takes one PID, and options stand before the program"),
    EntryAnswer(
      "bundled-options", "nsenter -t $$ -muin true",
      "'uin' was taken for the file of the letter before it; letters of kinds stand apart: -u -i -n"
    ),
    EntryAnswer(
      "file-is-number", "nsenter --net=1234 true",
      "after = or behind the letter stands a file; the namespace of process 1234: -t 1234 and the option alone"
    ),
    EntryAnswer(
      "identity-is-name", "nsenter -t $$ -n -S root true",
      "--setuid and --setgid take numbers: id -u root prints the one of a user"),
    EntryAnswer(
      "capability-names", "nsenter -t $$ -n --cap-drop foo true",
      "names are those of capabilities(7), such as CAP_NET_ADMIN; --list-caps shows those of this kernel"
    ),
    EntryAnswer(
      "no-such-descriptor", cause: "target", "nsenter -t $P -N 99 true",
      "process $P has no descriptor 99; ls -l /proc/$P/fd shows those it has"),
    EntryAnswer(
      "descriptor-is-no-socket", cause: "target", "nsenter -t $P -N 0 true",
      "descriptor 0 of the target is no socket; ls -l /proc/PID/fd shows which are: socket:[...]"),
    EntryAnswer(
      "socket-needs-net-admin",
      cause:
        "target tester perl -e 'use Socket; $^F = 9; socket(S, AF_UNIX, SOCK_STREAM, 0); exec @ARGV'",
      "tester nsenter -t $P -N 3 true",
      "asking a socket for its namespace needs CAP_NET_ADMIN in the network namespace that it belongs to"
    ),
  ]

  static let listings: [EntryAnswer] = [
    EntryAnswer(
      "kind-names", "lsns -t network", "kinds are mnt, net, ipc, user, pid, uts, cgroup and time",
      program: "lsns"),
    EntryAnswer(
      "tree-words", "lsns --tree=x",
      "trees are owner, parent and process, behind a =: --tree=parent",
      program: "lsns"),
    EntryAnswer(
      "discovery-words", "lsns --discover x",
      "ways are proc,fd,socket,mount,task,children,mount-all,ancestor and all; a + in front adds to the usual ones",
      program: "lsns"),
    EntryAnswer(
      "column-names", "lsns -o x",
      "--list-columns (-H) shows the names of all columns; of unyoke: HELDBY, NSID, CGROUP, UNIT, CONTAINER, ACCESS",
      program: "lsns"),
    EntryAnswer(
      "filter-words", "lsns -Q TYPE=net",
      "a filter compares columns (-H shows them), and texts stand in quotes: -Q 'TYPE == \"net\" && NPROCS > 1'",
      program: "lsns"),
    EntryAnswer(
      "operand-is-kind", "lsns net",
      "an operand is the number of one namespace; one kind: -t net", program: "lsns"),
    EntryAnswer(
      "operand-is-no-number", "lsns 'net:[4026531840]'",
      "the number alone is wanted, which stands between the brackets", program: "lsns"),
    EntryAnswer(
      "operand-is-pid", cause: "target", "lsns $P", "$P is a process; its namespaces: -p $P",
      program: "lsns"),
    EntryAnswer(
      "operand-is-id", "lsns 4026531000",
      "4026531000 may be a namespace's id (NS_GET_ID); here it is the inode number, as in the column NS",
      program: "lsns"),
    EntryAnswer(
      "operand-too-large", "lsns 4026531840123",
      "no namespace has the number 4026531840123: inode numbers of namespaces end at 4294967295",
      program: "lsns"),
    EntryAnswer(
      "namespace-not-seen", "tester lsns 4294967290",
      "processes of other users do not show their namespaces to a plain user: root may find it, if it exists",
      program: "lsns"),
    EntryAnswer(
      "namespace-not-found", "lsns 4294967290",
      "threads, children and other mount namespaces may have it: --discover=all looks there too",
      program: "lsns"),
    EntryAnswer(
      "proc-not-mounted", cause: "umount -l /proc", "lsns",
      "there is no proc(5) at /proc here: mount it first (mount -t proc proc /proc)",
      program: "lsns"),
  ]

  @Test(arguments: targets + words) func ofNsenter(_ answer: EntryAnswer) { answer.check() }

  /// It was given: then it is no advice.
  @Test func whoeverLooksEverywhereIsNotToldTo() {
    let advice = Advice("lsns --discover=all 4294967290")
    #expect(advice.sentences.isEmpty, "\(advice.outcome.stderrText)")
  }

  /// unshare takes numbers too.
  @Test func ofUnshare() {
    #expect(
      Advice("unshare -S root true").sentences
        == ["--setuid and --setgid take numbers: id -u root prints the one of a user"])
  }

  @Test(arguments: listings) func ofAListing(_ answer: EntryAnswer) { answer.check() }

  @Test(.enabled(if: findTool("python3") != nil, "python3 is not installed"))
  func aThreadIsNoTarget() {
    EntryAnswer(
      "target-is-thread",
      cause: """
        python3 -c 'import threading, time; threading.Thread(target=time.sleep, args=[100]).start()' & L=$!
        until P=$(ls /proc/$L/task | grep -vx $L); do sleep 0.02; done
        """, "nsenter -t $P -N 0 true", "$P is a thread of process $L: write -t $L"
    ).check()
  }
}
